import { id, instant } from "#lib/base/fields.ts";

/** Where a page of a list ends: the instant that its list is ordered by, and the id of the entry. It travels as `<instant>_<id>`. */
export interface Place { at: Date; id: string }

export function formatPlace({ at, id }: Place): string {
  return `${at.toISOString()}_${id}`;
}

/** Null for what is no place, and so is the beginning: an address that was cut or typed by hand lists from the start. */
export function parsePlace(text: string | undefined): Place | null {
  const [given, lastId] = text?.split("_") ?? [];
  const at = new Date(given ?? "");
  // Before 1970 nothing happened here, and not every year that JavaScript knows is one to PostgreSQL.
  if (!(at.getTime() >= 0) || !instant.safeParse(given).success || !id.safeParse(lastId).success) return null;
  return { at, id: lastId! };
}

/** What lies beyond a place, as a where-object of Prisma's; everything for null. `by` is the field of the instant, then comes the id. */
export function beyond(place: Place | null, { by, order }: { by: string; order: "asc" | "desc" }): { OR?: object[] } {
  if (!place) return {};
  const comparison = order === "asc" ? "gt" : "lt";
  return { OR: [{ [by]: { [comparison]: place.at } }, { [by]: place.at, id: { [comparison]: place.id } }] };
}

/** One page of rows that were read one more than `size`, with the place where it ends; null on the last. */
export function pageOf<Row>(rows: readonly Row[], { size, placeOf }: { size: number; placeOf: (row: Row) => Place }): { page: Row[]; next: string | null } {
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return { page, next: rows.length > size && last !== undefined ? formatPlace(placeOf(last)) : null };
}
