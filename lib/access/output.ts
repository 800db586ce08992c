import type { z } from "zod";
import { env } from "#lib/platform/env.ts";

/**
 * In development and tests an answer that is not exactly its schema is a bug that throws: a field too many is how a
 * password hash gets into a browser. In production the answer goes out as it is.
 */
export function checkOutput<Output extends z.ZodType>(operation: { name: string; output: Output }, value: z.output<Output>): z.output<Output> {
  if (!env().checkOutput) return value;
  const parsed = operation.output.safeParse(value);
  if (!parsed.success) throw new Error(`${operation.name} answered what its schema does not allow: ${parsed.error.message}`);
  return value;
}
