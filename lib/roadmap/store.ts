import "server-only";
import { iso } from "#lib/base/time.ts";
import { getItem, type Guide, type Item } from "#lib/guide/guide.ts";
import type { Prisma} from "#lib/platform/db.ts";
import type { Db, Tx } from "#lib/platform/db.ts";
import type { ConfirmationDto, ItemStateDto, RoadmapDto, State } from "#lib/roadmap/schema.ts";

interface Change { userId: string; item: Item; state: State; device: string; sequence: number; ageMs: number }
interface StateRow { item_id: string; state: State; edition: number; changed_at: Date }

/**
 * Records a change and lets the later one win, in one statement. Between changes of one device its own numbers decide,
 * between devices the time. A number that is known already changes nothing. Answers the state that stands afterwards.
 */
export async function applyChange(db: Db, { userId, item, state, device, sequence, ageMs }: Change): Promise<ItemStateDto> {
  const rows = await db.$queryRaw<StateRow[]>`
    WITH change AS (
      INSERT INTO item_changes (user_id, device, sequence, item_id, state, edition, changed_at)
      VALUES (${userId}::uuid, ${device}::uuid, ${sequence}, ${item.id}, ${state}::item_state, ${item.edition},
        date_trunc('milliseconds', clock_timestamp() - least(${ageMs} * interval '1 millisecond', interval '90 days')))
      ON CONFLICT (user_id, device, sequence) DO NOTHING
      RETURNING *
    )
    INSERT INTO item_states AS known (user_id, item_id, state, edition, changed_at, device, sequence)
    SELECT user_id, item_id, state, edition, changed_at, device, sequence FROM change
    ON CONFLICT (user_id, item_id) DO UPDATE SET state = excluded.state, edition = excluded.edition,
      changed_at = greatest(known.changed_at, excluded.changed_at), device = excluded.device, sequence = excluded.sequence
      WHERE CASE WHEN known.device = excluded.device THEN known.sequence < excluded.sequence
        ELSE known.changed_at <= excluded.changed_at END
    RETURNING item_id, state::text, edition, changed_at`;
  const [row] = rows.length > 0 ? rows : await readState(db, { userId, itemId: item.id });
  return toStateDto(row!, item);
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
