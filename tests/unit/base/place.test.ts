import { expect, it } from "vitest";
import { beyond, formatPlace, pageOf, parsePlace, type Place } from "#lib/base/place.ts";

const place: Place = { at: new Date("2026-03-01T12:00:00.123Z"), id: "3bf21524-6739-45fa-a5b9-589c0add5613" };

it("a place comes back from its text as it was", () => {
  expect(parsePlace(formatPlace(place))).toEqual(place);
});

it.each([
  undefined, "", "nonsense", "_", "2026-03-01T12:00:00.123Z", "2026-03-01T12:00:00.123Z_7", `yesterday_${place.id}`,
  `0000-01-01T00:00:00.000Z_${place.id}`, `-004800-01-01T00:00:00Z_${place.id}`, `2026-02-30T00:00:00Z_${place.id}`,
])("%s is no place", (text) => {
  expect(parsePlace(text)).toBeNull();
});

it("what lies beyond a place is later in a list that begins with the oldest, and earlier in one that begins with the newest", () => {
  const { at, id } = place;
  expect(beyond(place, { by: "queuedAt", order: "asc" })).toEqual({ OR: [{ queuedAt: { gt: at } }, { queuedAt: at, id: { gt: id } }] });
  expect(beyond(place, { by: "at", order: "desc" })).toEqual({ OR: [{ at: { lt: at } }, { at, id: { lt: id } }] });
  expect(beyond(null, { by: "at", order: "desc" })).toEqual({});
});

it("a page ends at its last row while there are more, and nowhere when there are none", () => {
  const rows = [0, 1, 2].map((millisecond) => ({ ...place, at: new Date(millisecond) }));
  const placeOf = (row: Place) => row;
  expect(pageOf(rows, { size: 2, placeOf })).toEqual({ page: rows.slice(0, 2), next: formatPlace(rows[1]!) });
  expect(pageOf(rows, { size: 3, placeOf })).toEqual({ page: rows, next: null });
  expect(pageOf([], { size: 3, placeOf })).toEqual({ page: [], next: null });
});
