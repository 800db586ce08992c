import { isMentor, isUser, type Actor } from "#lib/access/actor.ts";
import { adminsOnly, allow, conflict, forbidden, hidden, type Decision } from "#lib/access/decision.ts";
import { secondsToEdit } from "#lib/thread/editing.ts";
import type { MessageFacts, ReportFacts, Talk } from "#lib/thread/store.ts";

/*
 * Who has a part in a thread is decided below (partiesOf in lib/review/policy.ts): its learner, the mentor who holds the review now, the one
 * who judged it last for as long as they may see it, and admins while it is held or returned. A mentor who merely could claim it, one who
 * held it before, another's, and one whom the learner has blocked have none: for them there is nothing here, by whatever route they come.
 *
 *                      read   write   edit            report           notes: read, write
 *   learner            yes    yes     own, 15 min     others' words    no, no
 *   mentor             yes    yes     own, 15 min     others' words    yes, yes
 *   admin              yes    no      no              yes              yes, no
 *
 * Of an advice: its learner, and the mentor who has picked it up (partyOf in lib/advice/policy.ts). Nothing is written before a review was sent, nor after it was withdrawn or
 * closed.
 */

/** Whoever has a part in it reads it. */
export function canRead(_actor: Actor, { talk }: { talk: Talk }): Decision {
  return talk.party === null ? hidden : allow;
}

export function canWrite(_actor: Actor, { talk }: { talk: Talk }): Decision {
  if (talk.party === null) return hidden;
  if (talk.party === "admin") return forbidden("ADMINS_READ", "Admins read along. To step in, close or reassign the review, with a reason.");
  const closed = whyClosed(talk);
  return closed === null ? allow : conflict("THREAD_CLOSED", closed);
}

/** Why nothing can be written now; null when it can. */
export function whyClosed({ state }: Pick<Talk, "state">): string | null {
  if (state === "unsent") return "This review has not been sent yet, so nobody would read it.";
  return state === "over" ? "This is over, so nothing can be added. What was said stays." : null;
}

/** One's own words, for a quarter of an hour. */
export function canEdit(
  actor: Actor, { talk, message }: { talk: Talk; message: MessageFacts }, { input, now }: { input: { basedOn: number; text: string }; now: Date },
): Decision {
  if (talk.party === null || !isUser(actor, message.authorId)) return hidden;
  const write = canWrite(actor, { talk });
  if (!write.ok) return write;
  if (message.removedAt !== null) return conflict("REMOVED", "An admin has removed this message, so it cannot be changed.");
  if (secondsToEdit(message.writtenAt, now) === 0) return conflict("TOO_LATE_TO_EDIT", "A message can be changed for 15 minutes. Please write another one.");
  // The same words again are an answer that was lost.
  return input.basedOn === message.edits || input.text === message.text ? allow
    : conflict("MESSAGE_MOVED", "You changed this message in another window meanwhile. Your words are still here; please compare.");
}

/** Notes are of mentors, for mentors. */
export function canNote(actor: Actor, { talk }: { talk: Talk }): Decision {
  return talk.party === "learner" ? hidden : canWrite(actor, { talk });
}

/** Somebody else's words, by whoever reads them. */
export function canReport(actor: Actor, { talk, message }: { talk: Talk; message: MessageFacts }): Decision {
  if (talk.party === null || (talk.until !== null && message.writtenAt > talk.until)) return hidden;
  if (isUser(actor, message.authorId)) return forbidden("OWN_MESSAGE", "These are your own words. You can change them for 15 minutes.");
  return message.removedAt === null ? allow : conflict("REMOVED", "An admin has removed this message already.");
}

/** An admin who is a mentor too may come to review the work of those whom the reports are about: they know them by the name they asked under. */
export function keepsAliases(actor: Actor): boolean {
  return isMentor(actor);
}

/** An admin, but not on their own words. */
export function canResolve(actor: Actor, report: ReportFacts): Decision {
  const admin = adminsOnly(actor);
  if (!admin.ok) return admin;
  if (isUser(actor, report.authorId)) return forbidden("OWN_MESSAGE", "These are your own words. Another admin has to decide.");
  return report.resolvedAt === null ? allow : conflict("ALREADY_RESOLVED", "Another admin has decided this meanwhile.");
}
