import { kindNames, type Kind } from "#lib/notification/kind.ts";

/** Whose mails a link ends, and which of them: those of one kind, or the daily digest. */
export interface Unsubscribing { userId: string; what: Kind | "digest" }

/** What the signature of a link is made for, so that it opens nothing else. */
export const UNSUBSCRIBING = "unsubscribe";

export function wordsOf({ userId, what }: Unsubscribing): string {
  return `${userId}.${what}`;
}

/** The parts of a link's token, whose signature must still be looked at; null for what is none. */
export function parseToken(token: string): (Unsubscribing & { signature: string }) | null {
  const [userId = "", what = "", signature = "", ...more] = token.split(".");
  const known = what === "digest" ? what : kindNames.find((kind) => kind === what);
  return /^[0-9a-f-]{36}$/.test(userId) && known && signature !== "" && more.length === 0 ? { userId, what: known, signature } : null;
}
