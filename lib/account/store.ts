import "server-only";
import type { Prisma} from "#lib/platform/db.ts";
import type { Db, Tx } from "#lib/platform/db.ts";
import type { AccountDto } from "#lib/account/schema.ts";

const shown = { id: true, name: true, roles: true } satisfies Prisma.UserSelect;

/** Null when the address is taken. The unique index decides, so two that sign up at once cannot both succeed. */
export async function insertUser(
  tx: Tx, user: { email: string; name: string; passwordHash: string },
): Promise<AccountDto | null> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    INSERT INTO users (email, name, password_hash) VALUES (${user.email}, ${user.name}, ${user.passwordHash})
    ON CONFLICT (email) DO NOTHING RETURNING id, name`;
  return rows[0] ? { userId: rows[0].id, name: rows[0].name, roles: [] } : null;
}

/** What sign-in compares; null for an unknown address. */
export async function getCredentials(tx: Db | Tx, email: string) {
  return await tx.user.findUnique({
    where: { email }, select: { id: true, name: true, passwordHash: true, disabledAt: true },
  });
}

export async function insertSession(tx: Tx, session: { tokenHash: string; userId: string; expiresAt: Date }): Promise<void> {
  await tx.session.create({ data: session });
}

export async function revokeSession(tx: Db | Tx, tokenHash: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE sessions SET revoked_at = clock_timestamp() WHERE token_hash = ${tokenHash} AND revoked_at IS NULL`;
}

/** Ends every session of somebody: after a change of roles the next request signs in anew. */
export async function revokeSessionsOf(tx: Tx, { userId, now }: { userId: string; now: Date }): Promise<void> {
  await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
}

/** Locked, so that roles that are granted at the same time are all kept. */
export async function lockUserByEmail(tx: Tx, email: string) {
  await tx.$queryRaw`SELECT id FROM users WHERE email = ${email} FOR NO KEY UPDATE`;
  return await tx.user.findUnique({ where: { email }, select: shown });
}

export async function setRoles(tx: Tx, { userId, roles }: { userId: string; roles: AccountDto["roles"] }): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { roles } });
}

/** Takes the row lock that limits are counted under. */
export async function lockUser(tx: Tx, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
}

/** Sessions that nobody can use any more, and answers to repeated requests older than a day. */
export async function pruneAccess(tx: Db | Tx): Promise<void> {
  await tx.$executeRaw`DELETE FROM sessions WHERE expires_at < clock_timestamp() - interval '30 days' OR revoked_at < clock_timestamp() - interval '30 days'`;
  await tx.$executeRaw`DELETE FROM idempotency_records WHERE created_at < clock_timestamp() - interval '24 hours'`;
}
