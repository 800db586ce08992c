import type { z } from "zod";
import type { Refusal } from "#lib/access/decision.ts";

/** A person fills in fewer fields; a body made of nothing but mistakes is not answered one by one. */
const MOST_ERRORS = 50;

/** Parses an input; what is wrong comes back field by field, in words, never as an exception. Of very many mistakes, the first are told. */
export function parseInput<Input extends z.ZodType>(schema: Input, raw: unknown): { ok: true; value: z.output<Input> } | Refusal {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors = parsed.error.issues.slice(0, MOST_ERRORS).flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.slice(0, MOST_ERRORS).map((key) => ({ field: [...issue.path, key].join("."), message: "Nothing is known by this name." }))
      : [{ field: issue.path.join("."), message: issue.message }]).slice(0, MOST_ERRORS);
  return { ok: false, kind: "invalid", reason: "INVALID", message: "Some of this could not be accepted.", errors };
}
