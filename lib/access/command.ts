import "server-only";
import type { z } from "zod";
import { actorKey, type Actor } from "#lib/access/actor.ts";
import { anyone, hidden, unauthorized, type Decision, type Policy, type Refusal } from "#lib/access/decision.ts";
import { remember, requestHash } from "#lib/access/idempotency.ts";
import { parseInput } from "#lib/access/input.ts";
import { checkOutput } from "#lib/access/output.ts";
import { db, type Db, type Tx } from "#lib/platform/db.ts";
import { readClock, transaction } from "#lib/platform/transaction.ts";

export interface AddressLimit { points: number; seconds: number }

export type Outcome<Value> = { ok: true; value: Value } | Refusal;

interface Described<Input extends z.ZodType, Output extends z.ZodType> {
  /**
   * Carried out whatever site it was sent from, without a session and without reading the body: for what a signature in its path allows,
   * and for nothing else (RFC 8058 has mail programs post a form).
   */
  fromAnywhere?: true;
  /** How often one address may ask over HTTP, where the general limit is too generous. */
  perAddress?: AddressLimit;
  /** `room.act`, in camel case: the operation's id in the API. */
  name: string;
  /** One sentence, for the API's document. */
  summary: string;
  /** Unknown keys are refused: a strict object. */
  input: Input;
  output: Output;
}

interface Acting<Input, Prepared> {
  actor: Actor;
  input: Input;
  prepared: Prepared;
}

/** An act in a transaction: load (locks first), judge, write. */
interface TransactionSpec<Input extends z.ZodType, Output extends z.ZodType, Subject, Prepared> extends Described<Input, Output> {
  statement?: never;
  /** The request must carry an Idempotency-Key; the first answer is kept for 24 hours. */
  idempotencyKey?: "required";
  /** Slow work that needs no lock (hashing), before the transaction begins. */
  prepare?: (db: Db, args: { actor: Actor; input: z.output<Input> }) => Promise<Prepared>;
  /** Takes the locks (user rows by id, then review rows by id) and reads what the policy judges; null is 404. */
  load?: (tx: Tx, args: { actor: Actor; input: z.output<Input> }) => Promise<Subject | null>;
  policy: Policy<Subject, z.output<Input>>;
  /** Writes. A refusal it returns undoes everything. */
  run: (tx: Tx, args: Acting<z.output<Input>, Prepared> & { subject: Subject; now: Date }) => Promise<z.output<Output> | Refusal>;
}

/** An act that is one statement, and so needs no BEGIN; its time is clock_timestamp() in its SQL. */
interface StatementSpec<Input extends z.ZodType, Output extends z.ZodType> extends Described<Input, Output> {
  statement: true;
  policy: (actor: Actor) => Decision;
  run: (db: Db, args: { actor: Actor; input: z.output<Input> }) => Promise<z.output<Output> | Refusal>;
}

export interface Command<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> extends Described<Input, Output> {
  kind: "command";
  /** Visitors share one name, and one statement has no transaction to keep an answer in: those ignore a key. */
  idempotencyKey: "required" | "optional" | "ignored";
  /** True where visitors are let in. */
  public: boolean;
  execute(actor: Actor, input: unknown, options?: { idempotencyKey?: string }): Promise<Outcome<z.output<Output>>>;
}

/**
 * The door of every write. It cannot be built without a policy; a public one says `policy: anyone`.
 * An expected refusal is a value; a bug throws.
 */
export function command<Input extends z.ZodType, Output extends z.ZodType>(spec: StatementSpec<Input, Output>): Command<Input, Output>;
export function command<Input extends z.ZodType, Output extends z.ZodType, Subject = undefined, Prepared = undefined>(
  spec: TransactionSpec<Input, Output, Subject, Prepared>,
): Command<Input, Output>;
export function command<Input extends z.ZodType, Output extends z.ZodType, Subject, Prepared>(
  spec: TransactionSpec<Input, Output, Subject, Prepared> | StatementSpec<Input, Output>,
): Command<Input, Output> {
  const open = spec.policy === anyone;
  return {
    kind: "command",
    name: spec.name,
    summary: spec.summary,
    input: spec.input,
    output: spec.output,
    perAddress: spec.perAddress,
    ...(spec.fromAnywhere && { fromAnywhere: spec.fromAnywhere }),
    idempotencyKey: spec.statement || open ? "ignored" : (spec.idempotencyKey ?? "optional"),
    public: open,
    async execute(actor, raw, { idempotencyKey } = {}) {
      if (actor.kind === "visitor" && !open) return unauthorized;
      const parsed = parseInput(spec.input, raw);
      if (!parsed.ok) return parsed;
      const input = parsed.value;
      const outcome = spec.statement
        ? await runStatement(spec, actor, input)
        : await runTransaction(spec, actor, input, idempotencyKey);
      return outcome.ok ? { ok: true, value: checkOutput(spec, outcome.value) } : outcome;
    },
  };
}

async function runStatement<Input extends z.ZodType, Output extends z.ZodType>(
  spec: StatementSpec<Input, Output>, actor: Actor, input: z.output<Input>,
): Promise<Outcome<z.output<Output>>> {
  const decision = spec.policy(actor);
  if (!decision.ok) return decision;
  return outcomeOf(await spec.run(db(), { actor, input }));
}

async function runTransaction<Input extends z.ZodType, Output extends z.ZodType, Subject, Prepared>(
  spec: TransactionSpec<Input, Output, Subject, Prepared>, actor: Actor, input: z.output<Input>, key: string | undefined,
): Promise<Outcome<z.output<Output>>> {
  const prepared = (await spec.prepare?.(db(), { actor, input })) as Prepared;
  return await transaction(async (tx) => {
    const act = async (): Promise<Outcome<z.output<Output>>> => {
      const subject = spec.load ? await spec.load(tx, { actor, input }) : undefined;
      if (subject === null) return hidden;
      const now = await readClock(tx);
      const decision = spec.policy(actor, subject as Subject, { input, now });
      if (!decision.ok) return decision;
      return outcomeOf(await spec.run(tx, { actor, input, prepared, subject: subject as Subject, now }));
    };
    if (key === undefined) return await act();
    return await remember(tx, { actor: actorKey(actor), command: spec.name, key, requestHash: requestHash(input) }, act);
  });
}

function outcomeOf<Value>(value: Value | Refusal): Outcome<Value> {
  return isRefusal(value) ? value : { ok: true, value };
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && (value as Refusal).ok === false && "reason" in value;
}
