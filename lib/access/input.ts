import type { z } from "zod";
import type { Refusal } from "#lib/access/decision.ts";

/** Parses an input; what is wrong comes back field by field, in words, never as an exception. */
export function parseInput<Input extends z.ZodType>(schema: Input, raw: unknown): { ok: true; value: z.output<Input> } | Refusal {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ field: [...issue.path, key].join("."), message: "Nothing is known by this name." }))
      : [{ field: issue.path.join("."), message: issue.message }]);
  return { ok: false, kind: "invalid", reason: "INVALID", message: "Some of this could not be accepted.", errors };
}
