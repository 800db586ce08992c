import type { ItemStateDto, RoadmapDto, State } from "#lib/roadmap/schema.ts";

/** Where somebody stands with a guide's items: what they say, and what mentors confirmed. An item without a state is to do. */
export interface Standing {
  states: ReadonlyMap<string, State>;
  confirmed: ReadonlySet<string>;
}

const known: Record<State, true> = { todo: true, learning: true, done: true, skipped: true };

/** Reads the answer of GET /api/v1/roadmap/<guide>; null when it is none, or another account's. By hand, since zod would be most of a public page's JavaScript. */
export function parseStanding(answer: unknown, whose: string): Standing | null {
  const { account, states, confirmations } = fieldsOf<RoadmapDto>(answer);
  if (account !== whose || !Array.isArray(states) || !Array.isArray(confirmations)) return null;
  return {
    states: new Map(states.map((entry) => fieldsOf<RoadmapDto["states"][number]>(entry)).flatMap(({ itemId, state }) =>
      typeof itemId === "string" && isState(state) ? [[itemId, state] as const] : [])),
    confirmed: new Set(confirmations.map((entry) => fieldsOf<{ itemId: string }>(entry).itemId).filter((itemId) => typeof itemId === "string")),
  };
}

/** Reads the answer of PUT /api/v1/roadmap/items/<item>/state: what stands then, which a later change may have made; null when it is none. */
export function parseSaved(answer: unknown, itemId: string): State | null {
  const saved = fieldsOf<ItemStateDto>(answer);
  return saved.itemId === itemId && isState(saved.state) ? saved.state : null;
}

function isState(value: unknown): value is State {
  return typeof value === "string" && Object.hasOwn(known, value);
}

/** Any value as a record of who knows what; nothing of it is believed. */
function fieldsOf<Shape>(value: unknown): Partial<Record<keyof Shape, unknown>> {
  return typeof value === "object" && value !== null ? value : {};
}

/** The figures of both axes over a guide's current items: done of those that are not skipped, and confirmed. */
export function countsOf(itemIds: readonly string[], { states, confirmed }: Standing): { done: number; counted: number; confirmed: number } {
  return {
    done: itemIds.filter((itemId) => states.get(itemId) === "done").length,
    counted: itemIds.filter((itemId) => states.get(itemId) !== "skipped").length,
    confirmed: itemIds.filter((itemId) => confirmed.has(itemId)).length,
  };
}
