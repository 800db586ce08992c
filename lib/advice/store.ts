import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "#lib/access/actor.ts";
import { lockUsers } from "#lib/account/store.ts";
import { nobody } from "#lib/base/id.ts";
import { beyond, pageOf, parsePlace, type Place } from "#lib/base/place.ts";
import { iso } from "#lib/base/time.ts";
import { getItem } from "#lib/guide/guide.ts";
import { Prisma, type Db, type Tx } from "#lib/platform/db.ts";
import { shownVersion, toVersionDto } from "#lib/portfolio/store.ts";
import { aliasOf } from "#lib/review/alias.ts";
import { nameForMentors } from "#lib/review/names.ts";
import { adviserIs, adviserOf, canBlockAdviser, canCloseAdvice, canLetGo, canPickUp, partyOf, visibleTo, type AdviceFacts } from "#lib/advice/policy.ts";
import type { AdviceAct, AdviceDto, AdviceSummaryDto, MyAdviceDto, WaitingAdviceDto } from "#lib/advice/schema.ts";

/** Whoever has picked up `a` holds it still: a mentor, not disabled, and not blocked by its learner. */
const mentorHolds = Prisma.sql`EXISTS (
  SELECT FROM users m WHERE m.id = a.mentor_id AND 'mentor' = ANY (m.roles) AND m.disabled_at IS NULL
    AND NOT EXISTS (SELECT FROM blocks b WHERE b.learner_id = a.learner_id AND b.mentor_id = m.id))`;

const blockedBy = (mentorId: string) => Prisma.sql`EXISTS (SELECT FROM blocks b WHERE b.learner_id = a.learner_id AND b.mentor_id = ${mentorId}::uuid)`;

/** What is judged of an advice; null when there is none. */
export async function readAdviceFacts(db: Db | Tx, { actor, adviceId }: { actor: Actor; adviceId: string }): Promise<AdviceFacts | null> {
  const userId = actor.kind === "member" ? actor.userId : nobody;
  const rows = await db.$queryRaw<AdviceFacts[]>`
    SELECT a.learner_id AS "learnerId", a.mentor_id AS "mentorId", a.let_go_by AS "letGoBy", a.pick_ups AS "pickUps", a.closed_at AS "closedAt", ${blockedBy(userId)} AS blocked,
      l.disabled_at IS NOT NULL AS "learnerDisabled", e.archived_at IS NOT NULL AS archived, ${mentorHolds} AS "mentorHolds"
    FROM advices a JOIN users l ON l.id = a.learner_id JOIN evidences e ON e.id = a.evidence_id WHERE a.id = ${adviceId}::uuid`;
  return rows[0] ?? null;
}

/** The same under the locks on its learner, on its mentor and the one before, on whoever acts and then on itself. */
export async function lockAdvice(tx: Tx, { actor, adviceId }: { actor: Actor; adviceId: string }): Promise<AdviceFacts | null> {
  const found = await tx.advice.findUnique({ where: { id: adviceId }, select: { learnerId: true, mentorId: true, letGoBy: true } });
  if (!found) return null;
  await lockUsers(tx, [found.learnerId, found.mentorId, found.letGoBy, actor.kind === "member" ? actor.userId : null]);
  await tx.$queryRaw`SELECT id FROM advices WHERE id = ${adviceId}::uuid FOR UPDATE`;
  return await readAdviceFacts(tx, { actor, adviceId });
}

/** How somebody stands to what is said about an advice; null when there is none. */
export async function readAdviceStanding(db: Db | Tx, { actor, adviceId }: { actor: Actor; adviceId: string }) {
  const facts = await readAdviceFacts(db, { actor, adviceId });
  if (!facts) return null;
  const party = partyOf(actor, facts);
  const { alias, learner } = await db.advice.findUniqueOrThrow({ where: { id: adviceId }, select: { alias: true, learner: byName } });
  return {
    party,
    isClosed: facts.closedAt !== null,
    learnerId: facts.learnerId,
    learnerName: party === "mentor" ? nameForMentors({ alias, learner }) : learner.name,
    mentorId: facts.mentorHolds ? facts.mentorId : null,
  };
}

export async function isAdviceOpen(tx: Tx, pair: { evidenceId: string; itemId: string }): Promise<boolean> {
  return (await tx.advice.count({ where: { ...pair, closedAt: null } })) > 0;
}

interface NewAdvice { learnerId: string; evidenceId: string; itemId: string; question: string; underAlias: boolean; now: Date }

export async function insertAdvice(tx: Tx, { underAlias, now, ...asked }: NewAdvice): Promise<string> {
  const id = randomUUID();
  await tx.advice.create({ data: { id, ...asked, alias: underAlias ? aliasOf(id) : null, askedAt: now }, select: { id: true } });
  return id;
}

/** A mentor picks it up; whoever let it go before is forgotten. */
export async function setAdviser(tx: Tx, { adviceId, mentorId, now }: { adviceId: string; mentorId: string; now: Date }): Promise<void> {
  await tx.advice.update({ where: { id: adviceId }, data: { mentorId, pickedUpAt: now, pickUps: { increment: 1 }, letGoBy: null }, select: { id: true } });
}

/** Its mentor lets it go. Nothing happens when it has none. */
export async function dropAdviser(tx: Tx, adviceId: string): Promise<void> {
  await tx.$executeRaw`UPDATE advices SET let_go_by = mentor_id, mentor_id = NULL, picked_up_at = NULL WHERE id = ${adviceId}::uuid AND mentor_id IS NOT NULL`;
}

/** What its mentor saw last is what they keep seeing. */
export async function closeIt(tx: Tx, { adviceId, now }: { adviceId: string; now: Date }): Promise<void> {
  await tx.$executeRaw`
    UPDATE advices SET closed_at = ${now}, version_id = (
      SELECT id FROM evidence_versions WHERE evidence_id = advices.evidence_id ORDER BY number DESC LIMIT 1)
    WHERE id = ${adviceId}::uuid AND closed_at IS NULL`;
}

// Reading ---------------------------------------------------------------------------------------------------

const PAGE = 30;
/** What somebody asks or answers at a time is far less; of more, the first are shown. */
const MOST_OPEN = 100;

const byName = { select: { name: true } } satisfies Prisma.UserDefaultArgs;

const shown = {
  id: true, itemId: true, question: true, alias: true, askedAt: true, pickedUpAt: true, closedAt: true, evidenceId: true,
  learner: { select: { name: true, blocks: { select: { mentorId: true } } } },
  mentor: { select: { id: true, name: true, roles: true, disabledAt: true } }, version: { select: shownVersion },
  evidence: { select: { versions: { select: shownVersion, orderBy: { number: "desc" }, take: 1 } } },
} satisfies Prisma.AdviceSelect;

type ShownRow = Prisma.AdviceGetPayload<{ select: typeof shown }>;

/** The learner has blocked them. */
const hasBlocked = ({ learner }: ShownRow, adviser: string | null) => learner.blocks.some(({ mentorId }) => mentorId === adviser);

/** mentorHolds for a row that was read. */
const holdsStill = ({ mentor, learner }: ShownRow) =>
  mentor !== null && mentor.disabledAt === null && mentor.roles.includes("mentor") && !learner.blocks.some(({ mentorId }) => mentorId === mentor.id);

const versionOf = ({ version, evidence }: ShownRow) => version ?? evidence.versions[0]!;

/** `holds`: whoever picked it up has it still. While it waits again, it names nobody. */
function toSummary(row: ShownRow, { as, holds }: { as: "learner" | "mentor"; holds: boolean }): AdviceSummaryDto {
  const taken = holds || row.closedAt !== null;
  return {
    adviceId: row.id,
    itemId: row.itemId,
    itemTitle: getItem(row.itemId)?.item.title ?? "An item that the guide no longer has",
    learnerName: as === "mentor" ? nameForMentors(row) : row.learner.name,
    question: row.question,
    askedAt: iso(row.askedAt),
    mentorName: taken ? (row.mentor?.name ?? null) : null,
    pickedUpAt: taken ? iso(row.pickedUpAt) : null,
    closedAt: iso(row.closedAt),
    evidenceTitle: versionOf(row).title,
  };
}

/** One advice, for its learner, its mentor, and while it waits those who could pick it up; null for everybody else. */
export async function readAdvice(db: Db, { actor, adviceId }: { actor: Actor; adviceId: string }): Promise<AdviceDto | null> {
  const facts = await readAdviceFacts(db, { actor, adviceId });
  if (!facts) return null;
  const party = partyOf(actor, facts);
  const decisions = { pickUp: canPickUp(actor, facts), letGo: canLetGo(actor, facts), close: canCloseAdvice(actor, facts), block: canBlockAdviser(actor, facts, { input: facts }) };
  if (party === null && !decisions.pickUp.ok) return null;
  const row = await db.advice.findUniqueOrThrow({ where: { id: adviceId }, select: shown });
  const as = party ?? "mentor";
  const { evidenceTitle: _, ...summary } = toSummary(row, { as, holds: facts.mentorHolds });
  const possible: Record<AdviceAct, boolean> = { pickUp: party === null, letGo: true, close: row.closedAt === null, block: !hasBlocked(row, adviserOf(facts)) };
  return {
    ...summary, as,
    guide: getItem(row.itemId)?.guide.slug ?? null,
    alias: as === "learner" ? row.alias : null,
    evidenceId: as === "learner" ? row.evidenceId : null,
    version: toVersionDto(versionOf(row)),
    pickUps: facts.pickUps,
    inThread: party !== null,
    can: (Object.keys(decisions) as AdviceAct[]).filter((act) => decisions[act].ok && possible[act]),
  };
}

/** One page of what somebody has asked, as myAdviceDto orders it. */
export async function listMyAdvice(db: Db, { actor, after }: { actor: Actor; after: string | undefined }): Promise<MyAdviceDto | null> {
  if (actor.kind !== "member") return null;
  const { userId: learnerId } = actor;
  const orderBy = [{ askedAt: "desc" }, { id: "desc" }] satisfies Prisma.AdviceOrderByWithRelationInput[];
  const place = parsePlace(after);
  const [open, closed] = await Promise.all([
    place ? [] : db.advice.findMany({ where: { learnerId, closedAt: null }, select: shown, orderBy, take: MOST_OPEN }),
    db.advice.findMany({
      where: { AND: [{ learnerId, closedAt: { not: null } }, beyond(place, { by: "askedAt", order: "desc" })] }, select: shown, orderBy, take: PAGE + 1,
    }),
  ]);
  const { page, next } = pageOf(closed, { size: PAGE, placeOf: ({ askedAt: at, id }) => ({ at, id }) });
  return { advices: [...open, ...page].map((row) => toSummary(row, { as: "learner", holds: holdsStill(row) })), next };
}

/** Those of some advices that somebody has a part in. */
export async function listVisibleAdviceIds(db: Db | Tx, { actor, adviceIds }: { actor: Actor; adviceIds: readonly string[] }): Promise<string[]> {
  const found = await db.advice.findMany({ where: { AND: [{ id: { in: [...adviceIds] } }, visibleTo(actor)] }, select: { id: true } });
  return found.map(({ id }) => id);
}

/** One page of what a mentor could pick up, oldest first: canPickUp, for what nobody has. And what they have. */
export async function listWaitingAdvice(db: Db, { actor, after }: { actor: Actor; after: string | undefined }): Promise<WaitingAdviceDto | null> {
  if (actor.kind !== "member") return null;
  const { userId: mentorId } = actor;
  const place = parsePlace(after);
  const behind = place ? Prisma.sql`AND (a.asked_at, a.id) > (${place.at}, ${place.id}::uuid)` : Prisma.empty;
  const places = await db.$queryRaw<Place[]>`
    SELECT a.id, a.asked_at AS at FROM advices a JOIN users l ON l.id = a.learner_id JOIN evidences e ON e.id = a.evidence_id
    WHERE a.closed_at IS NULL AND e.archived_at IS NULL AND l.disabled_at IS NULL AND a.learner_id <> ${mentorId}::uuid
      AND NOT ${blockedBy(mentorId)} AND NOT ${mentorHolds} ${behind}
    ORDER BY a.asked_at, a.id LIMIT ${PAGE + 1}`;
  const { page, next } = pageOf(places, { size: PAGE, placeOf: (row) => row });
  const order = [{ askedAt: "asc" }, { id: "asc" }] satisfies Prisma.AdviceOrderByWithRelationInput[];
  const [waiting, yours] = await Promise.all([
    db.advice.findMany({
      where: { id: { in: page.map(({ id }) => id) }, closedAt: null, evidence: { archivedAt: null }, learner: { disabledAt: null, blocks: { none: { mentorId } } } },
      select: shown, orderBy: order,
    }),
    db.advice.findMany({
      where: { closedAt: null, ...adviserIs(mentorId) }, select: shown, orderBy: order, take: MOST_OPEN,
    }),
  ]);
  return { waiting: waiting.map((row) => toSummary(row, { as: "mentor", holds: false })), next, yours: yours.map((row) => toSummary(row, { as: "mentor", holds: true })) };
}
