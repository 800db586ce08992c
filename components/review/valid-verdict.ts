import type { ChangeDto, ReviewDto, VerdictDto } from "#lib/review/schema.ts";

type Verdicts = Pick<ReviewDto, "verdicts">;

/** The newest verdict that was not taken back; null when none counts. */
export function validVerdict({ verdicts }: Verdicts): VerdictDto | null {
  return verdicts.find(({ corrected }) => corrected === null) ?? null;
}

/** What was asked and is not answered yet. What a verdict asked that was taken back need not be answered. */
export function openChanges({ verdicts }: Verdicts): ChangeDto[] {
  return verdicts.filter(({ corrected }) => corrected === null).flatMap(({ changes }) => changes).filter(({ answeredAt }) => answeredAt === null);
}
