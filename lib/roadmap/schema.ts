import { z } from "zod";
import { id, instant } from "#lib/base/fields.ts";

export const state = z.enum(["todo", "learning", "done", "skipped"], "Please choose a state.");
export type State = z.infer<typeof state>;

/** The id of an item that some guide has, had, or never will have. */
const itemId = z.string().regex(/^[\w.-]{1,120}$/, "This is no id of an item.");

/** 1, 2, 3 … within a device, as far as PostgreSQL's integer goes. */
const sequence = z.int().min(1).max(2_147_483_647);

/** A change is dated `clock - ageMs` by the server, since a browser's clock is not trusted; a device's own order is kept. */
export const setItemStateInput = z.strictObject({
  itemId,
  state,
  /** Names the browser tab that numbers its changes. */
  device: id,
  /** 1, 2, 3 … within the device; the same number again is the same change. */
  sequence,
  /** Whose roadmap the page showed: a change is refused when somebody else has signed in with this browser since. */
  account: id.optional(),
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

/** Names a change of the learner's own: the number that a device gave it. */
const changeName = z.strictObject({ device: id, sequence });

/** What a browser kept from before its reader signed in. */
export const mergeItemStatesInput = z.strictObject({
  /** Whose account the person was shown when they agreed. Another one is a conflict. */
  account: id,
  /** Names this merge; its changes are numbered within it, and the same ones again change nothing. */
  device: id,
  changes: z.array(setItemStateInput.omit({ device: true, account: true })).min(1, "There is nothing to add.").max(200, "No guide has that many items.")
    .refine((changes) => new Set(changes.map((change) => change.sequence)).size === changes.length, "Each change needs a number of its own."),
});
export type MergeItemStatesInput = z.input<typeof mergeItemStatesInput>;

export const mergedDto = z.strictObject({
  /** What now stands in the account, with what stood before. */
  added: z.array(z.strictObject({
    itemId,
    from: state,
    /** The change that it took the place of, for undoing; null where there was none. */
    before: changeName.nullable(),
  })),
  /** The account's own state is newer and stays. */
  kept: z.array(z.string()),
  /** Items that no guide has, or has any more. */
  ignored: z.array(z.string()),
});
export type MergedDto = z.infer<typeof mergedDto>;

export const undoMergeInput = z.strictObject({
  account: id,
  /** The merge's. */
  device: id,
  items: z.array(mergedDto.shape.added.element.omit({ from: true })).min(1).max(200),
});
export type UndoMergeInput = z.input<typeof undoMergeInput>;

export const undoneDto = z.strictObject({
  /** As they were before the merge; an item that was changed again since is left alone. */
  restored: z.array(z.string()),
});
export type UndoneDto = z.infer<typeof undoneDto>;

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
  /** Whose it is. */
  account: id,
  guide: z.string(),
  /** Items without a row are todo. */
  states: z.array(itemStateDto),
  /** The newest unrevoked confirmation of each confirmed item. */
  confirmations: z.array(confirmationDto),
  /** Items that the guide no longer has, on which something stands on record. */
  removed: z.array(z.strictObject({ itemId: z.string(), title: z.string() })),
});
export type RoadmapDto = z.infer<typeof roadmapDto>;
