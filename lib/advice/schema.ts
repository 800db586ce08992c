import { z } from "zod";
import { id, instant, text } from "#lib/base/fields.ts";
import { versionDto } from "#lib/portfolio/schema.ts";

export const askAdviceInput = z.strictObject({
  evidenceId: id,
  itemId: z.string().max(120),
  question: text({ max: 2_000, required: true, lines: true }),
  /** Mentors are shown a generated name for this, and nothing that leads to the learner. */
  underAlias: z.boolean().default(false),
});
export type AskAdviceInput = z.input<typeof askAdviceInput>;

export const adviceInput = z.strictObject({ adviceId: id });

export const blockAdviserInput = z.strictObject({
  adviceId: id,
  /** As `pickUps` of what the learner saw: whom they meant. */
  pickUps: z.int().positive(),
});

export const askedAdviceDto = z.strictObject({ adviceId: id });
export type AskedAdviceDto = z.infer<typeof askedAdviceDto>;

const act = z.enum(["pickUp", "letGo", "close", "block"]);
export type AdviceAct = z.infer<typeof act>;

export const adviceDto = z.strictObject({
  adviceId: id,
  as: z.enum(["learner", "mentor"]),
  itemId: z.string(),
  itemTitle: z.string(),
  /** Null for an item that is in no guide any more. */
  guide: z.string().nullable(),
  learnerName: z.string(),
  /** For the learner: the name that mentors see; null when it is their own. Always null for others. */
  alias: z.string().nullable(),
  /** For the learner; null for others. */
  evidenceId: id.nullable(),
  /** The newest version while it is open; the newest of then when it is closed. */
  version: versionDto,
  question: z.string(),
  askedAt: instant,
  /** Who picked it up; null while it waits. */
  mentorName: z.string().nullable(),
  pickedUpAt: instant.nullable(),
  closedAt: instant.nullable(),
  /** How often a mentor has picked it up; 0 while it waits for its first. */
  pickUps: z.int(),
  /** Whoever asks reads and writes its messages. */
  inThread: z.boolean(),
  /** What whoever asks may do now. */
  can: z.array(act),
});
export type AdviceDto = z.infer<typeof adviceDto>;

export const adviceSummaryDto = adviceDto.pick({
  adviceId: true, itemId: true, itemTitle: true, learnerName: true, question: true, askedAt: true, mentorName: true, pickedUpAt: true, closedAt: true,
}).extend({ evidenceTitle: z.string() });
export type AdviceSummaryDto = z.infer<typeof adviceSummaryDto>;

export const advicePageInput = z.strictObject({
  /** The `next` of the page before; absent for the first. */
  after: z.string().max(200).optional(),
});

/** Open ones first, on the first page, then those that are closed; the newest first in both. */
export const myAdviceDto = z.strictObject({
  advices: z.array(adviceSummaryDto),
  /** Null on the last page. */
  next: z.string().nullable(),
});
export type MyAdviceDto = z.infer<typeof myAdviceDto>;

export const waitingAdviceDto = z.strictObject({
  /** What waits for a mentor and whoever asks could pick up, the oldest first. */
  waiting: z.array(adviceSummaryDto),
  /** Null on the last page. */
  next: z.string().nullable(),
  /** What whoever asks has picked up and is open, the oldest first. */
  yours: z.array(adviceSummaryDto),
});
export type WaitingAdviceDto = z.infer<typeof waitingAdviceDto>;
