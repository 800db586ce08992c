import type { QueueDto, QueueRowDto } from "#lib/review/schema.ts";

type Step = QueueDto["steps"][number];

/** What waits of one step, in the order of the queue; `step` is null for items that no guide has any more. */
export interface QueueGroup { step: Step | null; rows: QueueRowDto[] }

/** The rows, oldest first, with one that waits no longer put back where it stood. */
export function putBack(rows: readonly QueueRowDto[], gone: QueueRowDto): QueueRowDto[] {
  const place = rows.findIndex(({ queuedAt }) => queuedAt > gone.queuedAt);
  return rows.toSpliced(place === -1 ? rows.length : place, 0, gone);
}

/** Rows by guide and step, the mentor's own steps first; a step of which nothing waits has no group. */
export function groupsOf(rows: readonly QueueRowDto[], steps: readonly Step[]): QueueGroup[] {
  const isOf = (step: Step) => (row: QueueRowDto) => row.guide === step.guide && row.stepTitle === step.title;
  const inOrder = [...steps.filter(({ yours }) => yours), ...steps.filter(({ yours }) => !yours)];
  const groups: QueueGroup[] = inOrder.map((step) => ({ step, rows: rows.filter(isOf(step)) }));
  groups.push({ step: null, rows: rows.filter((row) => !steps.some((step) => isOf(step)(row))) });
  return groups.filter((group) => group.rows.length > 0);
}
