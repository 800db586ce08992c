import "server-only";
import type { z } from "zod";
import type { Actor } from "#lib/access/actor.ts";
import type { AddressLimit, Outcome } from "#lib/access/command.ts";
import { anyone, hidden, unauthorized, type Decision } from "#lib/access/decision.ts";
import { parseInput } from "#lib/access/input.ts";
import { checkOutput } from "#lib/access/output.ts";
import { db, type Db } from "#lib/platform/db.ts";
import { readClock } from "#lib/platform/transaction.ts";

interface ViewSpec<Input extends z.ZodType, Output extends z.ZodType> {
  /** `room.noun`, in camel case: the operation's id in the API. */
  name: string;
  /** One sentence, for the API's document. */
  summary: string;
  /** Unknown keys are refused: a strict object. Search parameters arrive as strings. */
  input: Input;
  output: Output;
  policy: (actor: Actor, context: { input: z.output<Input> }) => Decision;
  /** Reads what `visibleTo(actor)` lets through; null is 404. `clock` asks the database for its time. */
  read: (db: Db, args: { actor: Actor; input: z.output<Input>; clock: () => Promise<Date> }) => Promise<z.output<Output> | null>;
}

export interface View<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  kind: "view";
  perAddress?: AddressLimit;
  name: string;
  summary: string;
  input: Input;
  output: Output;
  /** True where visitors are let in. */
  public: boolean;
  execute(actor: Actor, input: unknown): Promise<Outcome<z.output<Output>>>;
}

/** The door of every read. It cannot be built without a policy; a public one says `policy: anyone`. */
export function view<Input extends z.ZodType, Output extends z.ZodType>(spec: ViewSpec<Input, Output>): View<Input, Output> {
  const open = spec.policy === anyone;
  return {
    kind: "view",
    name: spec.name,
    summary: spec.summary,
    input: spec.input,
    output: spec.output,
    public: open,
    async execute(actor, raw) {
      if (actor.kind === "visitor" && !open) return unauthorized;
      const parsed = parseInput(spec.input, raw);
      if (!parsed.ok) return parsed;
      const decision = spec.policy(actor, { input: parsed.value });
      if (!decision.ok) return decision;
      const value = await spec.read(db(), { actor, input: parsed.value, clock: () => readClock(db()) });
      return value === null ? hidden : { ok: true, value: checkOutput(spec, value) };
    },
  };
}
