import type { QueueDto, QueueRowDto } from "#lib/review/schema.ts";

type Step = QueueDto["steps"][number];

/** What waits of one step, in the order of the queue; `step` is null for items that no guide has any more. */
export interface QueueGroup { step: Step | null; rows: QueueRowDto[] }

/** The rows, with one that is not among them put back where it stood in its step. */
export function putBack(rows: readonly QueueRowDto[], absent: QueueRowDto): QueueRowDto[] {
  const place = rows.findIndex((row) => row.guide === absent.guide && row.stepTitle === absent.stepTitle && isBefore(absent, row));
  return rows.toSpliced(place === -1 ? rows.length : place, 0, absent);
}

/** Whether a row stands behind all that were read of the queue: in the mentor's own steps the oldest first, then in all others. */
export function isBehind(rows: readonly QueueRowDto[], row: QueueRowDto): boolean {
  const last = rows.at(-1);
  if (!last || last.ofYourSteps !== row.ofYourSteps) return last?.ofYourSteps ?? false;
  return isBefore(last, row);
}

function isBefore(a: QueueRowDto, b: QueueRowDto): boolean {
  return a.queuedAt === b.queuedAt ? a.reviewId < b.reviewId : a.queuedAt < b.queuedAt;
}

/** Rows by guide and step, the mentor's own steps first; a step of which nothing waits has no group. */
export function groupsOf(rows: readonly QueueRowDto[], steps: readonly Step[]): QueueGroup[] {
  const isOf = (step: Step) => (row: QueueRowDto) => row.guide === step.guide && row.stepTitle === step.title;
  const inOrder = [...steps.filter(({ yours }) => yours), ...steps.filter(({ yours }) => !yours)];
  const groups: QueueGroup[] = inOrder.map((step) => ({ step, rows: rows.filter(isOf(step)) }));
  groups.push({ step: null, rows: rows.filter((row) => !steps.some((step) => isOf(step)(row))) });
  return groups.filter((group) => group.rows.length > 0);
}
