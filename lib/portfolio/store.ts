import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { iso } from "#lib/base/time.ts";
import type { Prisma} from "#lib/platform/db.ts";
import type { Db, Tx } from "#lib/platform/db.ts";
import { visibleTo, type EvidenceFacts } from "#lib/portfolio/policy.ts";
import type { EvidenceDto, VersionDto } from "#lib/portfolio/schema.ts";

export const shownVersion = {
  id: true, number: true, kind: true, url: true, title: true, shows: true, createdAt: true,
} satisfies Prisma.EvidenceVersionSelect;

const shown = {
  id: true,
  createdAt: true,
  versions: { select: shownVersion, orderBy: { number: "desc" } },
  items: { select: { itemId: true }, orderBy: { attachedAt: "asc" } },
} satisfies Prisma.EvidenceSelect;

export type VersionRow = Prisma.EvidenceVersionGetPayload<{ select: typeof shownVersion }>;

export function toVersionDto({ id, createdAt, ...version }: VersionRow): VersionDto {
  return { versionId: id, ...version, createdAt: iso(createdAt) };
}

function toDto(row: Prisma.EvidenceGetPayload<{ select: typeof shown }>): EvidenceDto {
  return {
    evidenceId: row.id,
    createdAt: iso(row.createdAt),
    versions: row.versions.map(toVersionDto),
    itemIds: row.items.map(({ itemId }) => itemId),
  };
}

export async function listEvidence(db: Db, actor: Actor): Promise<EvidenceDto[]> {
  const rows = await db.evidence.findMany({
    where: visibleTo(actor), select: shown, orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  return rows.map(toDto);
}

export async function requireEvidence(tx: Tx, evidenceId: string): Promise<EvidenceDto> {
  return toDto(await tx.evidence.findUniqueOrThrow({ where: { id: evidenceId }, select: shown }));
}

export async function countEvidence(tx: Tx, ownerId: string): Promise<number> {
  return await tx.evidence.count({ where: { ownerId, archivedAt: null } });
}

/** Locks one of the actor's own; null when it is not theirs, archived, or not there. */
export async function lockEvidence(tx: Tx, actor: Actor, evidenceId: string): Promise<EvidenceFacts | null> {
  const ownerId = actor.kind === "member" ? actor.userId : null;
  await tx.$queryRaw`
    SELECT id FROM evidences WHERE id = ${evidenceId}::uuid AND owner_id = ${ownerId}::uuid AND archived_at IS NULL FOR NO KEY UPDATE`;
  const row = await tx.evidence.findFirst({
    where: { id: evidenceId, ...visibleTo(actor) },
    select: {
      ownerId: true,
      versions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
      reviews: { select: { id: true }, where: { status: { in: ["unsent", "waiting", "claimed", "returned"] } }, take: 1 },
    },
  });
  return row && { ownerId: row.ownerId, latestNumber: row.versions[0]!.number, hasOpenReview: row.reviews.length > 0 };
}

type Content = Pick<VersionDto, "kind" | "url" | "title" | "shows">;

export async function insertEvidence(
  tx: Tx, { ownerId, content, itemIds, now }: { ownerId: string; content: Content; itemIds: string[]; now: Date },
): Promise<EvidenceDto> {
  const row = await tx.evidence.create({
    data: {
      ownerId, createdAt: now,
      versions: { create: { number: 1, createdAt: now, ...content } },
      items: { create: [...new Set(itemIds)].map((itemId) => ({ itemId, attachedAt: now })) },
    },
    select: shown,
  });
  return toDto(row);
}

export async function insertVersion(
  tx: Tx, { evidenceId, number, content, now }: { evidenceId: string; number: number; content: Content; now: Date },
): Promise<void> {
  await tx.evidenceVersion.create({ data: { evidenceId, number, createdAt: now, ...content } });
}

export async function attachItem(tx: Tx, pair: { evidenceId: string; itemId: string }): Promise<void> {
  await tx.evidenceItem.createMany({ data: [pair], skipDuplicates: true });
}

export async function detachItem(tx: Tx, pair: { evidenceId: string; itemId: string }): Promise<void> {
  await tx.evidenceItem.deleteMany({ where: pair });
}

/** Puts an evidence into the portfolio whose review is open again, if it was archived; beyond the limit, if need be. Locked either way, so that nobody archives it meanwhile. */
export async function bringBack(tx: Tx, evidenceId: string): Promise<void> {
  await tx.evidence.update({ where: { id: evidenceId }, data: { archivedAt: null }, select: { id: true } });
}

/** Takes an evidence out of the portfolio. What mentors were asked about it is closed: none of them could see it any more. */
export async function archive(tx: Tx, { evidenceId, now }: { evidenceId: string; now: Date }): Promise<void> {
  await tx.$executeRaw`
    UPDATE advices SET closed_at = ${now}, version_id = (
      SELECT id FROM evidence_versions WHERE evidence_id = ${evidenceId}::uuid ORDER BY number DESC LIMIT 1)
    WHERE evidence_id = ${evidenceId}::uuid AND closed_at IS NULL`;
  await tx.evidence.update({ where: { id: evidenceId }, data: { archivedAt: now } });
}
