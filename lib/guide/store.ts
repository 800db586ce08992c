import "server-only";
import type { Item } from "#lib/guide/guide.ts";
import type { Tx } from "#lib/platform/db.ts";

/**
 * Keeps what an item asks for in its current edition, when something first refers to it: what was confirmed can then be read
 * after the guide has moved on. Harmless when it is kept already.
 */
export async function keepRequirement(tx: Tx, item: Item): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO requirements (item_id, edition, title, shows, criteria)
    VALUES (${item.id}, ${item.edition}, ${item.title}, ${item.shows}, ${JSON.stringify(item.criteria)}::jsonb)
    ON CONFLICT (item_id, edition) DO NOTHING`;
}
