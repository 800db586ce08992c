/** Who the header speaks to. */
export type ShellAccount = { userId: string; name: string; roles: ("mentor" | "admin")[] };

/**
 * Where localStorage holds the id of whoever was last seen to be signed in in this browser, and nothing once a public page has seen nobody. Its
 * tabs share one session, and a page of somebody who was there before would show and send things in the name of whoever is there now (own-tab.tsx).
 */
export const signedInKey = "cairn.signed-in";

/**
 * Reads the answer of GET /api/v1/account/me, or what this browser kept of it. Null for a visitor, and for anything that does not
 * have the expected shape. By hand: zod would double the JavaScript of the public pages.
 */
export function parseAccount(answer: unknown): ShellAccount | null {
  if (!isRecord(answer) || !isRecord(answer.account)) return null;
  const { userId, name, roles } = answer.account;
  if (typeof userId !== "string" || typeof name !== "string" || !Array.isArray(roles)) return null;
  return { userId, name, roles: roles.filter((role) => role === "mentor" || role === "admin") };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
