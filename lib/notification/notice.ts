import type { Event } from "#lib/access/emit.ts";
import { isolated } from "#lib/notification/isolate.ts";
import type { Kind } from "#lib/notification/kind.ts";

/** The people whom an event can be told to, as the review or the event names them; `admins` are several, `mentor` and `formerMentor` are the event's own. */
export type Receiver = "learner" | "leaseHolder" | "reservedFor" | "mentor" | "formerMentor" | "admins" | "account";

/** Whom the words of a notice may name. Nobody where a mentor or an admin is told: a learner may go by another name with them. */
export type About = "leaseHolder" | "judge" | "mentor";

/** What the words of a notice depend on, besides the item's title, which stands beside them. */
export interface NoticeFacts {
  /** The name of whom it is about; null when it is about nobody, or the account was erased. */
  who: string | null;
  verdict: "confirm" | "return" | "ask" | null;
  role: string | null;
  days: number | null;
}

export interface Notice {
  /** Null for what no event says, but the time that has passed. */
  event: Event["name"] | null;
  to: Receiver;
  about?: About;
  kind: Kind;
  /** Stands alone, in the bell and as the subject of a mail. */
  words: (facts: NoticeFacts) => string;
  /** Where it leads, when not to its review or advice. */
  page?: (facts: NoticeFacts) => string;
  /** What stands below the words of its mail. */
  quotes?: "verdict" | "correction" | "closing" | "message";
}

const mentor = ({ who }: NoticeFacts) => (who === null ? "A mentor" : isolated(who));

/**
 * Event -> who is told, as which kind, in which words. A further event is one more entry here. The names are kept in the database: an
 * entry may be added and reworded, but is never renamed.
 */
export const notices = {
  claimed: {
    event: "review.claimed", to: "learner", about: "leaseHolder", kind: "claimed",
    words: (facts) => `${mentor(facts)} is reviewing your work`,
  },
  released: { event: "review.released", to: "learner", kind: "lapsed", words: () => "Your work is back in the queue, at its place" },
  lapsed: { event: "review.lapsed", to: "learner", kind: "lapsed", words: () => "Your work is back in the queue, at its place" },
  holdEnded: { event: "review.lapsed", to: "leaseHolder", kind: "lapsed", words: () => "Your hold on a review has ended" },
  returned: {
    event: "review.returned", to: "learner", about: "judge", kind: "returned", quotes: "verdict",
    words: (facts) => (facts.verdict === "ask" ? `${mentor(facts)} asks you something` : `${mentor(facts)} asks for changes`),
  },
  confirmed: {
    event: "review.confirmed", to: "learner", about: "judge", kind: "confirmed", quotes: "verdict",
    words: (facts) => `${mentor(facts)} confirmed your work`,
  },
  resubmitted: {
    event: "review.resubmitted", to: "reservedFor", kind: "resubmitted", words: () => "Resubmitted, and kept for you for a while",
  },
  corrected: {
    event: "review.corrected", to: "learner", about: "judge", kind: "corrected", quotes: "correction",
    words: (facts) => `${mentor(facts)} took back what they said of your work, and looks at it again`,
  },
  reopened: {
    event: "review.reopened", to: "learner", kind: "corrected", quotes: "correction",
    words: () => "An admin took back the verdict on your work; it is in the queue again",
  },
  reopenedForMentor: {
    event: "review.reopened", to: "mentor", kind: "corrected", quotes: "correction", words: () => "An admin took back a verdict that you gave",
  },
  reserved: { event: "review.reassigned", to: "mentor", kind: "reserved", words: () => "An admin gave you a review, and it is kept for you for a while" },
  reassigned: {
    event: "review.reassigned", to: "learner", about: "mentor", kind: "handed_over",
    words: ({ who }) => `An admin gave your work to ${who === null ? "another mentor" : isolated(who)}`,
  },
  givenAway: { event: "review.reassigned", to: "formerMentor", kind: "lapsed", words: () => "An admin gave a review that was yours to another mentor" },
  handedOver: { event: "review.handedOver", to: "learner", kind: "handed_over", words: () => "Your work is open to all mentors again, at its place" },
  roomToSend: { event: "review.roomToSend", to: "learner", kind: "your_turn", words: () => "There is room again: you can send this to mentors now" },
  stranded: { event: "review.stranded", to: "learner", kind: "handed_over", words: () => "There is no mentor who could take your work now; the admins know" },
  strandedForAdmins: {
    event: "review.stranded", to: "admins", kind: "handed_over", words: () => "There is no mentor who could take a review", page: () => "/admin/reviews",
  },
  closed: { event: "review.closed", to: "learner", kind: "closed", quotes: "closing", words: () => "An admin closed your review" },
  closedForMentor: { event: "review.closed", to: "mentor", kind: "closed", quotes: "closing", words: () => "An admin closed a review that was yours" },
  mentorWrote: {
    event: "thread.mentorWrote", to: "learner", about: "mentor", kind: "message", quotes: "message", words: (facts) => `${mentor(facts)} wrote to you`,
  },
  learnerWrote: {
    event: "thread.learnerWrote", to: "mentor", kind: "message", quotes: "message", words: () => "The learner wrote to you about their work",
  },
  pickedUp: {
    event: "advice.pickedUp", to: "account", kind: "message", words: () => "A mentor has picked up your question about unfinished work",
  },
  adviserWrote: {
    event: "thread.adviserWrote", to: "account", kind: "message", quotes: "message", words: () => "A mentor answered about your unfinished work",
  },
  advisedWrote: {
    event: "thread.advisedWrote", to: "account", kind: "message", quotes: "message", words: () => "A learner wrote to you about their unfinished work",
  },
  yourTurn: { event: null, to: "learner", kind: "your_turn", words: ({ days }) => `It has been your turn for ${days} days` },
  notSent: { event: null, to: "learner", kind: "your_turn", words: ({ days }) => `Not sent to mentors yet, for ${days} days` },
  signedIn: {
    event: "account.signedIn", to: "account", kind: "sign_in",
    words: () => "Somebody signed in to your account in a browser that was not seen before; if it was not you, tell an admin",
  },
  roleGranted: {
    event: "account.roleGranted", to: "account", kind: "invitation",
    words: ({ role }) => (role === "admin" ? "You are an admin now" : "You are a mentor now"),
    page: ({ role }) => (role === "admin" ? "/admin/outbox" : "/mentor/queue"),
  },
} as const satisfies Record<string, Notice>;

export type NoticeName = keyof typeof notices;

/** The entry of that name; null for one that this release does not know. */
export function noticeNamed(name: string): Notice | null {
  return Object.hasOwn(notices, name) ? notices[name as NoticeName] : null;
}

/** What is told of an event. */
export function noticesOf(event: string): { name: NoticeName; notice: Notice }[] {
  return Object.entries(notices).filter(([, notice]) => notice.event === event).map(([name, notice]) => ({ name: name as NoticeName, notice }));
}

/** The events that somebody is told of. */
export const toldEvents: readonly string[] = [...new Set(Object.values(notices).flatMap(({ event }) => event ?? []))];
