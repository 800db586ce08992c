import "server-only";
import { z } from "zod";
import { anyone } from "#lib/access/decision.ts";
import type { Operation } from "#lib/access/endpoint.ts";
import { view } from "#lib/access/view.ts";
import { env } from "#lib/platform/env.ts";

export interface DocumentedRoute { method: string; path: string; operation: Operation }

/** The view of the API's own document; `routes` is asked late, since the document is one of them. */
export function documentView(routes: () => readonly DocumentedRoute[]) {
  return view({
    name: "api.document",
    summary: "This document.",
    input: z.strictObject({}),
    output: z.record(z.string(), z.unknown()),
    policy: anyone,
    read: async () => openApiDocument(routes(), { url: env().url }),
  });
}

/** The OpenAPI 3.1 document of some routes. An operation's id is the name of its command or view. */
export function openApiDocument(routes: readonly DocumentedRoute[], { url }: { url: string }) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, operation } of routes) {
    (paths[path] ??= {})[method.toLowerCase()] = describe(method, path, operation);
  }
  return {
    openapi: "3.1.0",
    info: { title: "Cairn", version: "1", description: "Every read and every write of this installation." },
    servers: [{ url }],
    paths,
    components: {
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "cairn.session", description: "Over https its name begins with __Host-." } },
      schemas: { Problem: problemSchema },
    },
  };
}

function describe(method: string, path: string, operation: Operation) {
  const input = z.toJSONSchema(operation.input, { io: "input", unrepresentable: "any" }) as ObjectSchema;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const rest = Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name));
  const isRequired = (name: string) => input.required?.includes(name) ?? false;
  const output = z.toJSONSchema(operation.output, { unrepresentable: "any" }) as { type?: string };
  const query = method === "GET" ? rest.map(([name, schema]) => ({ name, in: "query", required: isRequired(name), schema })) : [];
  return {
    operationId: operation.name,
    summary: operation.summary,
    tags: [operation.name.split(".")[0]],
    security: operation.public ? [] : [{ session: [] }],
    parameters: [
      ...inPath.map((name) => ({ name, in: "path", required: true, schema: input.properties?.[name] ?? { type: "string" } })),
      ...query,
      ...(operation.kind === "command" && operation.idempotencyKey !== "ignored" ? [keyParameter(operation.idempotencyKey === "required")] : []),
    ],
    ...(method !== "GET" && rest.length > 0 && { requestBody: bodyOf(input, rest) }),
    responses: {
      ...(output.type === "null" ? { 204: { description: "Done." } } : { 200: { description: "Done.", content: { "application/json": { schema: output } } } }),
      default: { description: "Refused.", content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } },
    },
  };
}

interface ObjectSchema { properties?: Record<string, unknown>; required?: string[] }

function bodyOf(input: ObjectSchema, rest: [string, unknown][]) {
  const names = rest.map(([name]) => name);
  const required = input.required?.filter((name) => names.includes(name)) ?? [];
  const schema = { type: "object", properties: Object.fromEntries(rest), required, additionalProperties: false };
  return { required: required.length > 0, content: { "application/json": { schema } } };
}

function keyParameter(required: boolean) {
  return {
    name: "Idempotency-Key", in: "header", required, schema: { type: "string", minLength: 8, maxLength: 128 },
    description: "The same key with the same request is answered as the first was; kept for 24 hours.",
  };
}

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "code", "detail"],
  properties: {
    type: { type: "string" }, title: { type: "string" }, status: { type: "integer" }, code: { type: "string" }, detail: { type: "string" },
    errors: {
      type: "array",
      items: { type: "object", required: ["field", "message"], properties: { field: { type: "string" }, message: { type: "string" } } },
    },
  },
};
