import "server-only";
import { randomUUID } from "node:crypto";
import { actorKey, visitor, type Actor } from "#lib/access/actor.ts";
import type { Command, Outcome } from "#lib/access/command.ts";
import { inTurn } from "#lib/access/in-turn.ts";
import { clientAddress, isSameOrigin, readInput } from "#lib/access/request.ts";
import { problem, problemOf } from "#lib/access/respond.ts";
import { isTooOften, isTooOftenFor } from "#lib/access/rate-limit.ts";
import { currentActor } from "#lib/access/session.ts";
import type { View } from "#lib/access/view.ts";
import { log } from "#lib/platform/log.ts";

export type Operation = Command | View;

/** Next gives no params to a route without any. */
interface RouteContext { params: Promise<Record<string, string | string[] | undefined> | undefined> }

/** A route handler that says which operation it serves, for the API's document and the authorization matrix. */
export interface Endpoint {
  (request: Request, context: RouteContext): Promise<Response>;
  operation: Operation;
}

/** The one way from HTTP to an operation: limits, same origin, session, input, outcome. */
export function endpoint(operation: Operation): Endpoint {
  const handle = async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = randomUUID();
    const started = performance.now();
    const response = await answer(operation, request, context).catch((error: unknown) => {
      log.error({ requestId, operation: operation.name, error: describe(error) }, "failed");
      return isUnreachable(error) ? databaseAway() : unexpected(requestId);
    });
    response.headers.set("cache-control", "no-store");
    response.headers.set("x-request-id", requestId);
    log.info({ requestId, operation: operation.name, status: response.status, ms: Math.round(performance.now() - started) }, "request");
    return response;
  };
  return Object.assign(handle, { operation });
}

async function answer(operation: Operation, request: Request, context: RouteContext): Promise<Response> {
  const fromAnywhere = operation.kind === "command" && operation.fromAnywhere === true;
  if (operation.kind === "command" && !fromAnywhere && !isSameOrigin(request)) {
    return problem({ status: 403, code: "CROSS_SITE", detail: "This request came from another site, so it was not carried out." });
  }
  const actor = fromAnywhere ? visitor : await currentActor();
  if (isOfAnother(request, actor)) {
    return problem({ status: 409, code: "OTHER_ACCOUNT", detail: "Somebody else is signed in in this browser now. Nothing was done; please load the page anew." });
  }
  if (await isTooOften(actor.kind === "visitor" ? clientAddress(request) : actorKey(actor))) {
    return tooOften();
  }
  if (await isTooOftenFor(operation, clientAddress(request))) {
    return problem({ status: 429, code: "TOO_MANY", detail: "Too many of these from one address. Please wait ten minutes." }, { "retry-after": "600" });
  }
  const params = (await context.params) ?? {};
  const input = fromAnywhere ? { value: params } : await readInput(request, params);
  if (input instanceof Response) return input;
  return respond(await execute(operation, actor, input.value, request));
}

/** Whether a page that was made for somebody else asks: it would show, and keep, things of one person as another's. Who is nobody any more is told so. */
function isOfAnother(request: Request, actor: Actor): boolean {
  const account = request.headers.get("cairn-account");
  return account !== null && actor.kind === "member" && actor.userId !== account;
}

async function execute(operation: Operation, actor: Actor, input: unknown, request: Request): Promise<Outcome<unknown> | Response> {
  if (operation.kind === "view") return await operation.execute(actor, input);
  const key = request.headers.get("idempotency-key") ?? undefined;
  if (key === undefined && operation.idempotencyKey === "required" && actor.kind !== "visitor") {
    return problem({ status: 400, code: "KEY_REQUIRED", detail: "This act needs an Idempotency-Key header, so that repeating it is harmless." });
  }
  if (key !== undefined && !/^[\x21-\x7e]{8,128}$/.test(key)) {
    return problem({ status: 400, code: "KEY_MALFORMED", detail: "An Idempotency-Key has 8 to 128 visible characters; a UUID is a good one." });
  }
  if (actor.kind === "visitor") return await operation.execute(actor, input);
  return (await inTurn(actorKey(actor), async () => await operation.execute(actor, input, { idempotencyKey: key }))) ?? tooOften();
}

function respond(outcome: Outcome<unknown> | Response): Response {
  if (outcome instanceof Response) return outcome;
  if (!outcome.ok) return problemOf(outcome);
  if (outcome.value === null || outcome.value === undefined) return new Response(null, { status: 204 });
  return Response.json(outcome.value);
}

function tooOften(): Response {
  return problem({ status: 429, code: "TOO_MANY", detail: "Too many requests in a short time. Please wait ten seconds." }, { "retry-after": "10" });
}

function databaseAway(): Response {
  return problem({ status: 503, code: "DATABASE_AWAY", detail: "The database does not answer at the moment, so this could not be finished. Please try again shortly." }, { "retry-after": "5" });
}

function unexpected(requestId: string): Response {
  return problem({ status: 500, code: "UNEXPECTED", detail: `Something went wrong on our side. Nothing is known to be saved. The operator finds it in the log under ${requestId}.` });
}

function describe(error: unknown): object {
  return error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { message: String(error) };
}

/** Prisma's codes for a database that cannot be reached, is full of connections, or timed out; then the sockets' own. */
function isUnreachable(error: unknown): boolean {
  const text = error instanceof Error ? `${(error as { code?: string }).code ?? ""} ${error.name} ${error.message}` : "";
  return /P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|connect ENOENT|57P0[123]|53300|timeout exceeded when trying to connect|Connection terminated|DatabaseNotReachable/.test(text);
}
