import type { EventKind, ReviewStatus } from "#lib/review/history.ts";

/**
 * A review's life as data: for each act, from which states it is possible, what guards it, which event it writes and where that leads.
 * `policy.ts` refuses by the guards named here, `history.ts` makes the row that follows from the event, and the table in
 * docs/review-states.md is written from this. What the row says is not always the state: see `statusAt` in status.ts.
 */
export type State = ReviewStatus | "none";

export type Act =
  | "ask" | "send" | "discard" | "claim" | "takeNext" | "renew" | "takeNewVersion" | "release" | "lapse" | "handOver" | "returnWithChanges"
  | "askForInformation" | "confirm" | "resubmit" | "acknowledge" | "withdraw" | "correct" | "reopen" | "reassign" | "close";

/** What has to hold, in words for the table; the checks of the same names stand in policy.ts. */
export const guards = {
  owner: "the owner",
  pairFree: "no unsent or open review of the same evidence and item",
  roomForItem: "fewer than two open reviews of the learner for the item",
  knownSelfCheck: "each mark of the self-check is of a criterion of the item, once",
  roomWithMentors: "fewer than five of the learner's reviews are the mentors' turn",
  mentor: "a mentor",
  notOwn: "who is not the learner",
  mayKnow: "not blocked, their account and the learner's work, and it was sent",
  notKept: "while reserved, only the one it is reserved for",
  state: "it is in the state",
  capacity: "under their capacity of live leases",
  somethingWaits: "something waits that nobody else is just taking",
  holder: "the mentor whom the lease was given to, not blocked, and their account and the learner's work",
  lease: "under the lease that is named, and it is live",
  newerVersion: "the learner has made a newer version",
  sameVersion: "for the version that the screen showed",
  sameEdition: "for the edition that the screen showed",
  knownMarks: "each mark is of a criterion of the edition, once",
  knownLevels: "each level is of a dimension of the step, once",
  everyMet: "every criterion is met",
  everyAnswer: "each open change is answered, and nothing else",
  judge: "the mentor of the last verdict, not blocked, and their account and the learner's work",
  sevenDays: "within 7 days of it",
  noOtherOpen: "no other review of the same evidence and item is open",
  admin: "an admin",
  suitable: "for an active mentor who is not the learner, not blocked and not away",
  clock: "the clock: the lease has run out",
  away: "the learner blocks the mentor, or their account is disabled, or they have days off, and it is still so",
} as const;

export type Guard = keyof typeof guards;

export interface Transition {
  from: readonly State[];
  /** In the order in which they are asked: those that hide what exists come first. */
  guards: readonly Guard[];
  /** Null when no history is left: the review was never seen by anybody. */
  event: EventKind | null;
  to: readonly State[];
  /** What else happens in the same transaction, in words for the table. */
  effects: readonly string[];
}

const open = ["waiting", "claimed", "returned"] as const;
const keepsPlace = "place kept";
const told = (whom: string) => `${whom} is told`;
const claimGuards = ["mentor", "notOwn", "mayKnow", "notKept", "state", "capacity"] as const;
const claimEffects = ["a new lease of 45 minutes", "version and edition frozen", told("the learner")] as const;
const makesRoom = "with room for it, the learner is told of one that was kept unsent";
const takenBack = [
  "a confirmation is revoked, the verdict stays in the history", "what it asked need not be answered", "an archived evidence is in the portfolio again",
] as const;
const underLease = ["holder", "lease"] as const;
const verdictGuards = [...underLease, "sameVersion", "sameEdition", "knownMarks", "knownLevels"] as const;

export const machine = {
  ask: {
    from: ["none"], guards: ["owner", "knownSelfCheck", "pairFree", "roomForItem"], event: "asked", to: ["waiting", "unsent"],
    effects: ["queued now; with five at mentors it is kept unsent, without a place", "the requirement is kept as it is written today"],
  },
  send: { from: ["unsent"], guards: ["owner", "state", "roomWithMentors", "roomForItem"], event: "sent", to: ["waiting"], effects: ["queued now"] },
  discard: { from: ["unsent"], guards: ["owner", "state"], event: null, to: ["none"], effects: ["the row is deleted"] },
  claim: { from: ["waiting"], guards: claimGuards, event: "claimed", to: ["claimed"], effects: claimEffects },
  takeNext: {
    from: ["waiting"], guards: ["mentor", "somethingWaits", "notOwn", "mayKnow", "notKept", "state", "capacity"], event: "claimed", to: ["claimed"],
    effects: ["the oldest of the mentor's own steps, then of all", ...claimEffects],
  },
  renew: { from: ["claimed"], guards: underLease, event: "renewed", to: ["claimed"], effects: ["45 minutes from now, when the draft's words changed"] },
  takeNewVersion: {
    from: ["claimed"], guards: [...underLease, "newerVersion"], event: "version_taken", to: ["claimed"],
    effects: ["the newest version is pinned; the draft's marks are kept and flagged"],
  },
  release: { from: ["claimed"], guards: underLease, event: "released", to: ["waiting"], effects: [keepsPlace, told("the learner")] },
  lapse: { from: ["claimed"], guards: ["clock"], event: "lapsed", to: ["waiting"], effects: [keepsPlace, "the draft is kept", told("each of the two")] },
  handOver: {
    from: ["waiting", "claimed"], guards: ["away"], event: "handed_over", to: ["waiting"],
    effects: [keepsPlace, "the mentor's lease and reservation end", told("the learner")],
  },
  returnWithChanges: {
    from: ["claimed"], guards: verdictGuards, event: "returned", to: ["returned"],
    effects: ["a verdict with at least one change", "the draft is deleted", told("the learner"), makesRoom],
  },
  askForInformation: {
    from: ["claimed"], guards: verdictGuards, event: "information_asked", to: ["returned"],
    effects: ["a verdict with at least one question", "the draft is deleted", told("the learner"), makesRoom],
  },
  confirm: {
    from: ["claimed"], guards: [...verdictGuards, "everyMet"], event: "confirmed", to: ["confirmed"],
    effects: ["a verdict and a confirmation of exactly this version and edition", "the draft is deleted", told("the learner"), makesRoom],
  },
  resubmit: {
    from: ["returned"], guards: ["owner", "state", "everyAnswer"], event: "resubmitted", to: ["waiting"],
    effects: [keepsPlace, "the newest version is pinned", "reserved for the mentor of the last verdict until the end of their third working day", told("the mentor")],
  },
  acknowledge: { from: ["confirmed"], guards: ["owner", "state"], event: "acknowledged", to: ["confirmed"], effects: ["nobody is told"] },
  withdraw: { from: open, guards: ["owner", "state"], event: "withdrawn", to: ["withdrawn"], effects: ["lease and reservation end", makesRoom] },
  correct: {
    from: ["confirmed", "returned"], guards: ["judge", "state", "sevenDays", "noOtherOpen", "capacity"], event: "corrected", to: ["claimed"],
    effects: [...takenBack, "a new lease of 45 minutes", told("the learner")],
  },
  reopen: {
    from: ["confirmed", "returned"], guards: ["admin", "notOwn", "state", "noOtherOpen"], event: "reopened", to: ["waiting"],
    effects: [...takenBack, "a new place", told("the learner"), "the mentor whose verdict it was is told, unless blocked"],
  },
  reassign: {
    from: open, guards: ["admin", "notOwn", "state", "suitable"], event: "reassigned", to: ["waiting"],
    effects: [keepsPlace, "a lease ends", "reserved for that mentor until the end of their third working day", told("the learner"), told("that mentor"), "whoever had it is told, unless blocked"],
  },
  close: { from: open, guards: ["admin", "notOwn", "state"], event: "closed", to: ["closed"], effects: ["lease and reservation end", told("the learner"), "the mentor whose it was is told, unless blocked", makesRoom] },
} as const satisfies Record<Act, Transition>;
