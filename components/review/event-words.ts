import type { TimelineEntryDto } from "#lib/review/schema.ts";

type Entry = Pick<TimelineEntryDto, "kind" | "who" | "byYou" | "versionNumber"> & { reason?: string | null };

/** An event of a review as a sentence in two parts: who (null for the clock), and what they did. */
export function eventWords({ kind, who, byYou, versionNumber, reason }: Entry): { who: string | null; what: string } {
  if (kind === "handed_over") return { who: null, what: handedOver[reason ?? ""] ?? "The mentor's part ended; the review kept its place" };
  if (kind === "lapsed") return { who: null, what: "The hold ran out; the review is back at its place in the queue" };
  return { who: byYou ? "You" : (who ?? nameless(kind)), what: deeds[kind](versionNumber === null ? "" : ` version\u{a0}${versionNumber}`) };
}

/** Why a mentor's part ended, as the learner is told. */
const handedOver: Record<string, string> = {
  blocked: "You blocked the mentor; the review kept its place",
  disabled: "The mentor's account was closed; the review kept its place",
  away: "The mentor is away; the review is open to all, at its place",
};

type Deed = Exclude<Entry["kind"], "lapsed" | "handed_over">;

const deeds: Record<Deed, (version: string) => string> = {
  asked: (version) => `asked for review${version && ` of${version}`}`,
  sent: (version) => `sent${version || " it"} to the mentors`,
  claimed: (version) => `claimed${version || " it"}`,
  released: () => "released it, back to its place in the queue",
  returned: () => "returned it with changes",
  information_asked: () => "asked for information",
  resubmitted: (version) => `answered and resubmitted${version || " it"}`,
  version_taken: (version) => `went on with${version || " the new version"}`,
  confirmed: () => "confirmed it",
  corrected: () => "took the verdict back and is reviewing it again",
  reopened: () => "took the verdict back; the review is in the queue again",
  reassigned: () => "kept it for another mentor",
  closed: () => "closed it",
  acknowledged: () => "said thanks",
  withdrawn: () => "withdrew it",
};

/** An erased account leaves what was done, without a name. */
function nameless(kind: Deed): string {
  if (["reopened", "reassigned", "closed"].includes(kind)) return "An admin";
  return ["asked", "sent", "resubmitted", "acknowledged", "withdrawn"].includes(kind) ? "The learner" : "A mentor";
}
