import { ProblemError, unreachable, type Problem } from "#lib/base/problem.ts";

/** Why an act was refused; a bug is reported, and told as no answer. */
export function problemIn(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  reportError(error);
  return unreachable;
}

/** The same, in words for a person. */
export function detailOf(error: unknown): string {
  return problemIn(error).detail;
}
