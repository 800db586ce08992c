import { isMentor, type Actor } from "#lib/access/actor.ts";

/**
 * Whether an admin may know to whom a mail goes and what it says. Not as a mentor, when its receiver shows some of their work to mentors under
 * another name: what it tells, and when, could be told from what the mentor has just done.
 */
export function mayReadMail(actor: Actor, { receiverId, hasAlias }: { receiverId: string; hasAlias: boolean }): boolean {
  return !isMentor(actor) || actor.userId === receiverId || !hasAlias;
}
