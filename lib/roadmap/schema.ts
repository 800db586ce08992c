import { z } from "zod";
import { id, instant } from "#lib/base/fields.ts";

export const state = z.enum(["todo", "learning", "done", "skipped"], "Please choose a state.");
export type State = z.infer<typeof state>;

/** A change is dated `clock - ageMs` by the server, since a browser's clock is not trusted; a device's own order is kept. */
export const setItemStateInput = z.strictObject({
  itemId: z.string().max(120),
  state,
  /** Names the browser tab that numbers its changes. */
  device: id,
  /** 1, 2, 3 … within the device; the same number again is the same change. */
  sequence: z.int().min(1).max(2_147_483_647),
  /** How long ago the change was made, in milliseconds by the device's own running clock. */
  ageMs: z.int().nonnegative().default(0),
});
export type SetItemStateInput = z.input<typeof setItemStateInput>;

export const itemStateDto = z.strictObject({
  itemId: z.string(),
  state,
  changedAt: instant,
  /** The item's requirement was changed since this state was set. */
  changedSince: z.boolean(),
});
export type ItemStateDto = z.infer<typeof itemStateDto>;

export const confirmationDto = z.strictObject({
  itemId: z.string(),
  /** Null when the mentor's account was erased. */
  mentorName: z.string().nullable(),
  confirmedAt: instant,
  edition: z.int(),
  forEarlierEdition: z.boolean(),
  evidenceTitle: z.string(),
  versionNumber: z.int(),
  reviewId: id,
  /** Unrevoked confirmations of this item besides this newest one. */
  others: z.int().nonnegative(),
});
export type ConfirmationDto = z.infer<typeof confirmationDto>;

export const roadmapInput = z.strictObject({ guide: z.string().max(120) });

export const roadmapDto = z.strictObject({
  guide: z.string(),
  /** Items without a row are todo. */
  states: z.array(itemStateDto),
  /** The newest unrevoked confirmation of each confirmed item. */
  confirmations: z.array(confirmationDto),
  /** Items that the guide no longer has, on which something stands on record. */
  removed: z.array(z.strictObject({ itemId: z.string(), title: z.string() })),
});
export type RoadmapDto = z.infer<typeof roadmapDto>;
