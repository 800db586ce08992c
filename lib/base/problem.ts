/** What the API answers when it refuses: application/problem+json (RFC 9457). */
export interface Problem {
  type: "about:blank";
  title: string;
  status: number;
  /** A stable code for programs, such as LEASE_HELD. */
  code: string;
  /** Words for a person. */
  detail: string;
  /** What is wrong with which field; `field` is a path such as `changes.0.text`. */
  errors?: FieldError[];
}

export interface FieldError {
  field: string;
  message: string;
}

/** A refusal on the client's side of the wire. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** What a person is told when no answer came at all. */
export const unreachable: Problem = {
  type: "about:blank",
  title: "No answer",
  status: 0,
  code: "UNREACHABLE",
  detail: "The server did not answer. Please check the connection and try again.",
};

/** Whether what was asked may have been done all the same: no answer came, or one that is not Cairn's, or Cairn broke off. */
export function isOutcomeUnknown({ code, status }: Problem): boolean {
  return code === unreachable.code || status >= 500;
}

/** A Problem from any JSON value; null when it is none. */
export function parseProblem(value: unknown): Problem | null {
  if (typeof value !== "object" || value === null) return null;
  const { title, status, code, detail, errors } = value as Record<string, unknown>;
  if (typeof title !== "string" || typeof status !== "number" || typeof code !== "string" || typeof detail !== "string") {
    return null;
  }
  const problem: Problem = { type: "about:blank", title, status, code, detail };
  if (Array.isArray(errors)) problem.errors = errors.filter(isFieldError);
  return problem;
}

function isFieldError(value: unknown): value is FieldError {
  return typeof value === "object" && value !== null
    && typeof (value as FieldError).field === "string" && typeof (value as FieldError).message === "string";
}
