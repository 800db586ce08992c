import "server-only";
import { iso } from "#lib/base/time.ts";
import { getItem, type Guide, type Item } from "#lib/guide/guide.ts";
import type { Prisma } from "#lib/platform/db.ts";
import type { Db, Tx } from "#lib/platform/db.ts";
import type { ConfirmationDto, ItemStateDto, MergedDto, RoadmapDto, State, UndoMergeInput } from "#lib/roadmap/schema.ts";

interface Change { item: Item; state: State; sequence: number; ageMs: number }
interface StateRow { item_id: string; state: State; edition: number; changed_at: Date }

/** Records a change and lets the later one win. Answers the state that stands afterwards. */
export async function applyChange(db: Db, change: Change & { userId: string; device: string }): Promise<ItemStateDto> {
  const { userId, device, item } = change;
  const rows = await applyChanges(db, { userId, device, changes: [change] });
  const [row] = rows.length > 0 ? rows : await readState(db, { userId, itemId: item.id });
  return toStateDto(row!, item);
}

/**
 * Records changes of one device and lets the later one win for each item, in one statement; answers those that won. Between changes
 * of one device its own numbers decide, between devices the time. A number that is known already changes nothing.
 */
export async function applyChanges(
  db: Db | Tx, { userId, device, changes }: { userId: string; device: string; changes: readonly Change[] },
): Promise<StateRow[]> {
  return await db.$queryRaw<StateRow[]>`
    WITH change AS (
      INSERT INTO item_changes (user_id, device, sequence, item_id, state, edition, changed_at)
      SELECT ${userId}::uuid, ${device}::uuid, sequence, item_id, state::item_state, edition,
        date_trunc('milliseconds', clock_timestamp() - least(age * interval '1 millisecond', interval '90 days'))
      FROM unnest(${changes.map(({ sequence }) => sequence)}::int[], ${changes.map(({ item }) => item.id)}::text[],
        ${changes.map(({ state }) => state)}::text[], ${changes.map(({ item }) => item.edition)}::int[],
        ${changes.map(({ ageMs }) => ageMs)}::float8[]) AS sent (sequence, item_id, state, edition, age)
      ON CONFLICT (user_id, device, sequence) DO NOTHING
      RETURNING *
    )
    INSERT INTO item_states AS known (user_id, item_id, state, edition, changed_at, device, sequence)
    SELECT DISTINCT ON (item_id) user_id, item_id, state, edition, changed_at, device, sequence FROM change ORDER BY item_id, sequence DESC
    ON CONFLICT (user_id, item_id) DO UPDATE SET state = excluded.state, edition = excluded.edition,
      changed_at = greatest(known.changed_at, excluded.changed_at), device = excluded.device, sequence = excluded.sequence
      WHERE CASE WHEN known.device = excluded.device THEN known.sequence < excluded.sequence
        ELSE known.changed_at <= excluded.changed_at END
    RETURNING item_id, state::text, edition, changed_at`;
}

/** Adds what a browser kept to an account; the states that stand are locked, so that what is answered as having stood before did. */
export async function mergeChanges(tx: Tx, merge: { userId: string; device: string; changes: readonly Change[] }): Promise<Omit<MergedDto, "ignored">> {
  const itemIds = [...new Set(merge.changes.map(({ item }) => item.id))];
  const stood = await tx.$queryRaw<{ itemId: string; from: State; device: string; sequence: number }[]>`
    SELECT item_id AS "itemId", state::text AS "from", device::text, sequence FROM item_states
    WHERE user_id = ${merge.userId}::uuid AND item_id = ANY(${itemIds}::text[]) ORDER BY item_id FOR UPDATE`;
  const won = (await applyChanges(tx, merge)).map((row) => row.item_id);
  return {
    added: won.map((itemId) => {
      const known = stood.find((row) => row.itemId === itemId);
      return { itemId, from: known?.from ?? "todo", before: known ? { device: known.device, sequence: known.sequence } : null };
    }),
    kept: itemIds.filter((itemId) => !won.includes(itemId)),
  };
}

/**
 * Puts back what stood before a merge, wherever the merge's own change still stands. A state is read from the history again: a
 * client names the change only. Its time is the latest that its device had told until then, as applyChanges keeps it.
 */
export async function restoreStates(tx: Tx, { userId, device, items }: { userId: string } & Omit<UndoMergeInput, "account">): Promise<string[]> {
  const earlier = items.flatMap(({ itemId, before }) => (before ? [{ itemId, ...before }] : []));
  const fresh = items.filter(({ before }) => before === null).map(({ itemId }) => itemId);
  const restored = await tx.$queryRaw<{ item_id: string }[]>`
    UPDATE item_states AS standing SET state = past.state, edition = past.edition, device = past.device, sequence = past.sequence,
      changed_at = (SELECT max(told.changed_at) FROM item_changes AS told WHERE told.user_id = past.user_id
        AND told.item_id = past.item_id AND told.device = past.device AND told.sequence <= past.sequence)
    FROM unnest(${earlier.map(({ itemId }) => itemId)}::text[], ${earlier.map((name) => name.device)}::uuid[], ${earlier.map(({ sequence }) => sequence)}::int[])
      AS named (item_id, device, sequence)
    JOIN item_changes AS past ON past.user_id = ${userId}::uuid AND past.device = named.device AND past.sequence = named.sequence
      AND past.item_id = named.item_id
    WHERE standing.user_id = ${userId}::uuid AND standing.item_id = named.item_id AND standing.device = ${device}::uuid
    RETURNING standing.item_id`;
  const removed = await tx.$queryRaw<{ item_id: string }[]>`
    DELETE FROM item_states WHERE user_id = ${userId}::uuid AND device = ${device}::uuid AND item_id = ANY(${fresh}::text[]) RETURNING item_id`;
  return [...restored, ...removed].map((row) => row.item_id);
}

/** For a change that lost or was known: what stands. A known change of another item may find nothing; that is todo. */
async function readState(db: Db, { userId, itemId }: { userId: string; itemId: string }): Promise<StateRow[]> {
  const rows = await db.$queryRaw<StateRow[]>`
    SELECT item_id, state::text, edition, changed_at FROM item_states WHERE user_id = ${userId}::uuid AND item_id = ${itemId}`;
  return rows.length > 0 ? rows : [{ item_id: itemId, state: "todo", edition: 1, changed_at: new Date(0) }];
}

function toStateDto(row: StateRow, item: Item | undefined): ItemStateDto {
  return {
    itemId: row.item_id,
    state: row.state,
    changedAt: iso(row.changed_at),
    changedSince: item !== undefined && row.edition < item.edition && row.state !== "todo",
  };
}

/** The same few queries whatever the size of the guide. */
export async function readRoadmap(db: Db, { userId, guide }: { userId: string; guide: Guide }): Promise<RoadmapDto> {
  const prefix = `${guide.id}.`;
  const items = new Map(guide.steps.flatMap((step) => step.items).map((item) => [item.id, item]));
  const [states, confirmations] = await Promise.all([
    db.$queryRaw<StateRow[]>`
      SELECT item_id, state::text, edition, changed_at FROM item_states
      WHERE user_id = ${userId}::uuid AND starts_with(item_id, ${prefix})`,
    listConfirmations(db, { userId, prefix }),
  ]);
  const removed = new Map<string, string>();
  for (const { item_id: itemId, state } of states) if (!items.has(itemId) && state !== "todo") removed.set(itemId, itemId);
  for (const { itemId, title } of confirmations) if (!items.has(itemId)) removed.set(itemId, title);
  return {
    account: userId,
    guide: guide.slug,
    states: states.map((row) => toStateDto(row, items.get(row.item_id))),
    confirmations: newestOfEach(confirmations),
    removed: [...removed].map(([itemId, title]) => ({ itemId, title })),
  };
}

const shownConfirmation = {
  itemId: true, edition: true, confirmedAt: true,
  mentor: { select: { name: true } },
  version: { select: { number: true, title: true } },
  verdict: { select: { reviewId: true } },
  requirement: { select: { title: true } },
} satisfies Prisma.ConfirmationSelect;

async function listConfirmations(db: Db, { userId, prefix }: { userId: string; prefix: string }) {
  const rows = await db.confirmation.findMany({
    where: { learnerId: userId, revokedAt: null, itemId: { startsWith: prefix } },
    select: shownConfirmation,
    orderBy: [{ confirmedAt: "desc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    itemId: row.itemId,
    title: row.requirement.title,
    mentorName: row.mentor?.name ?? null,
    confirmedAt: iso(row.confirmedAt),
    edition: row.edition,
    forEarlierEdition: row.edition < (getItem(row.itemId)?.item.edition ?? row.edition),
    evidenceTitle: row.version.title,
    versionNumber: row.version.number,
    reviewId: row.verdict.reviewId,
  }));
}

function newestOfEach(confirmations: (Omit<ConfirmationDto, "others"> & { title: string })[]): ConfirmationDto[] {
  const newest = new Map<string, ConfirmationDto>();
  for (const { title: _title, ...confirmation } of confirmations) {
    const known = newest.get(confirmation.itemId);
    if (known) known.others += 1;
    else newest.set(confirmation.itemId, { ...confirmation, others: 0 });
  }
  return [...newest.values()];
}

/** Written by a confirming verdict, in its transaction. */
export async function insertConfirmation(
  tx: Tx,
  confirmation: {
    learnerId: string; itemId: string; edition: number; evidenceId: string; versionId: string;
    verdictId: string; mentorId: string; confirmedAt: Date;
  },
): Promise<void> {
  await tx.confirmation.create({ data: confirmation });
}

/** When the verdict that made it is taken back; harmless for a verdict that made none. */
export async function revokeConfirmation(tx: Tx, { verdictId, now }: { verdictId: string; now: Date }): Promise<void> {
  await tx.confirmation.updateMany({ where: { verdictId, revokedAt: null }, data: { revokedAt: now } });
}
