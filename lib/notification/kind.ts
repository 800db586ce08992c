/** How a notice reaches somebody's mailbox; in the app it always stands. */
export type Delivery = "now" | "digest" | "off";

export const deliveries: readonly Delivery[] = ["now", "digest", "off"];

export type Kind =
  | "claimed" | "returned" | "confirmed" | "corrected" | "resubmitted" | "reserved" | "handed_over" | "lapsed" | "closed"
  | "message" | "your_turn" | "invitation" | "sign_in";

/** Whom a kind concerns: learners, mentors, both of a review, or an account by itself. */
export type Concern = "learner" | "mentor" | "both" | "account";

interface KindRule {
  label: string;
  /** When it is told, for the settings. */
  when: string;
  concerns: Concern;
  /** How it is mailed until its receiver chooses otherwise. */
  usual: Delivery;
  /** Mailed even while an earlier mail about the same review lies unread: a nudge is for those who have not come back. */
  insists?: true;
  /**
   * It warns of whoever acts in the account's name: they can neither read it away nor switch it off before it is mailed. A choice counts
   * an hour after it was made.
   */
  warns?: true;
  /** At most so many mails of it in 24 hours; what goes beyond stands in the app alone. Who signs in again and again mails nobody without end. */
  mailsADay?: number;
}

/** The daily digest comes at this hour, where its receiver is. */
export const DIGEST_HOUR = 8;

/** What can be told, in the order of the settings. */
export const kinds: Record<Kind, KindRule> = {
  returned: { label: "Returned", when: "A mentor asks for changes, or asks you something.", concerns: "learner", usual: "now" },
  confirmed: { label: "Confirmed", when: "A mentor confirms your work.", concerns: "learner", usual: "now" },
  corrected: { label: "Corrected", when: "A verdict on your work, or one that you gave, is taken back, with a reason.", concerns: "both", usual: "now" },
  your_turn: {
    label: "Your turn", when: "A review has waited for you for 7, 14 and 21 days, then no more; or one that was kept unsent can be sent.", concerns: "learner", usual: "now", insists: true,
  },
  claimed: { label: "Claimed", when: "A mentor begins to review your work.", concerns: "learner", usual: "off" },
  handed_over: {
    label: "Handed over", when: "A mentor is away, or an admin passes your review on; or no mentor is left for it.", concerns: "learner", usual: "digest",
  },
  resubmitted: { label: "Resubmitted", when: "A learner answers what you asked; the review is kept for you.", concerns: "mentor", usual: "now" },
  reserved: { label: "Reserved for you", when: "An admin gives you a review.", concerns: "mentor", usual: "now" },
  message: { label: "New message", when: "Somebody writes to you about a review.", concerns: "both", usual: "now" },
  lapsed: { label: "Lapsed", when: "A mentor's time with a review ended without a verdict, or an admin gave it to another.", concerns: "both", usual: "off" },
  closed: { label: "Closed", when: "An admin closes a review, with a reason.", concerns: "both", usual: "now" },
  invitation: { label: "Roles", when: "You are made a mentor or an admin.", concerns: "account", usual: "now" },
  sign_in: { label: "New sign-in", when: "Somebody signs in to your account in a browser that was not seen before. Five mails a day at most; what you choose here counts an hour later.", concerns: "account", usual: "now", warns: true, mailsADay: 5 },
};

export const kindNames = Object.keys(kinds) as Kind[];

/** The kinds that somebody with these roles can be told, in their order. */
export function kindsFor(roles: ReadonlySet<string>): Kind[] {
  return kindNames.filter((kind) => kinds[kind].concerns !== "mentor" || roles.has("mentor"));
}
