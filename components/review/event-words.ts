import type { TimelineEntryDto } from "#lib/review/schema.ts";

type Entry = Pick<TimelineEntryDto, "kind" | "who" | "byYou" | "versionNumber">;

/** An event of a review as a sentence in two parts: who (null for the clock), and what they did. */
export function eventWords({ kind, who, byYou, versionNumber }: Entry): { who: string | null; what: string } {
  if (kind === "lapsed") return { who: null, what: "The hold ran out; the review is back at its place in the queue" };
  return { who: byYou ? "You" : (who ?? nameless(kind)), what: deeds[kind](versionNumber === null ? "" : ` version ${versionNumber}`) };
}

type Deed = Exclude<Entry["kind"], "lapsed">;

const deeds: Record<Deed, (version: string) => string> = {
  asked: (version) => `asked for review${version && ` of${version}`}`,
  sent: (version) => `sent${version || " it"} to the mentors`,
  claimed: (version) => `claimed${version || " it"}`,
  released: () => "released it, back to its place in the queue",
  returned: () => "returned it with changes",
  information_asked: () => "asked for information",
  resubmitted: (version) => `answered and resubmitted${version || " it"}`,
  confirmed: () => "confirmed it",
  withdrawn: () => "withdrew it",
};

/** An erased account leaves what was done, without a name. */
function nameless(kind: Deed): string {
  return ["asked", "sent", "resubmitted", "withdrawn"].includes(kind) ? "The learner" : "A mentor";
}
