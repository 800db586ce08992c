import { isMentor, type Actor } from "#lib/access/actor.ts";

interface ToldOf { learnerId: string; alias: string | null }

/** Whether an admin may know to whom a mail goes and what it says: not as a mentor, of work that its receiver shows mentors under another name. */
export function mayReadMail(actor: Actor, { receiverId, toldOf }: { receiverId: string; toldOf: readonly ToldOf[] }): boolean {
  if (!isMentor(actor) || actor.userId === receiverId) return true;
  return !toldOf.some(({ learnerId, alias }) => learnerId === receiverId && alias !== null);
}
