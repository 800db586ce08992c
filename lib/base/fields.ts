import { z } from "zod";
import { linkProblem } from "#lib/base/link.ts";
import { textProblem, type TextRule } from "#lib/base/text.ts";

/** A zod string that accepts what textProblem accepts, with its words. */
export function text(rule: TextRule) {
  return z.string("Please fill this in.").superRefine((value, context) => {
    const message = textProblem(value, rule);
    if (message) context.addIssue({ code: "custom", message });
  }).meta({ maxLength: rule.max, ...(rule.required && { minLength: 1 }) });
}

/** A zod string that accepts what linkProblem accepts. */
export const link = z.string("Please fill this in.").superRefine((value, context) => {
  const message = linkProblem(value);
  if (message) context.addIssue({ code: "custom", message });
}).meta({ format: "uri", maxLength: 2_000 });

export const id = z.uuid("This is not an id of Cairn's.");

/** An ISO 8601 instant in UTC, as DTOs carry it. */
export const instant = z.iso.datetime();

/** An instant that somebody sends: not before 1970, since not every year that JavaScript knows is one to PostgreSQL. */
export const givenInstant = instant.refine((at) => Date.parse(at) >= 0, "This lies before 1970.");
