import type { SetItemStateInput } from "#lib/roadmap/schema.ts";

/** A change that a reader made. `madeAt` is performance.now() at the tap, in milliseconds. */
export type ItemChange = Omit<SetItemStateInput, "ageMs"> & { madeAt: number };

/** What is sent of it at `now`, by the same clock: one that had to wait says how long ago it was made. */
export function requestOf({ itemId, madeAt, ...change }: ItemChange, now: number) {
  const body: Omit<SetItemStateInput, "itemId"> = { ...change, ageMs: Math.round(now - madeAt) };
  return { path: `/api/v1/roadmap/items/${itemId}/state`, init: { method: "PUT", body } } as const;
}
