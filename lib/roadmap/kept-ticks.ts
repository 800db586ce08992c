/** What a visitor ticked in this browser: the items, and when by the browser's own clock, in milliseconds since 1970. */
export type KeptTicks = ReadonlyMap<string, number>;

/** Where a guide's ticks are kept. */
export function keptKey(guide: string): string {
  return `cairn.ticks.${guide}`;
}

/** More than any guide holds; what a merge may send. */
const most = 200;

/**
 * Reads what a browser kept. Whatever it holds, what can be understood is taken and the rest left out: another program, an older
 * Cairn or a curious reader may have written it. A time that lies ahead is taken as `now`.
 */
export function parseTicks(text: string | null, now: number): KeptTicks {
  const found = entriesIn(text).filter((entry): entry is [string, number] => isItemId(entry[0]) && isTime(entry[1]));
  return new Map(found.slice(0, most).map(([itemId, at]) => [itemId, Math.min(at, now)]));
}

function entriesIn(text: string | null): [string, unknown][] {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    const ticks = typeof value === "object" && value !== null && "ticks" in value ? value.ticks : null;
    return typeof ticks === "object" && ticks !== null ? Object.entries(ticks) : [];
  } catch {
    return [];
  }
}

function isItemId(value: string): boolean {
  return /^[\w.-]{1,120}$/.test(value);
}

function isTime(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

export function formatTicks(ticks: KeptTicks): string {
  return JSON.stringify({ version: 1, ticks: Object.fromEntries(ticks) });
}

export function withTick(ticks: KeptTicks, { itemId, done, at }: { itemId: string; done: boolean; at: number }): KeptTicks {
  const next = new Map(ticks);
  if (done) next.set(itemId, at);
  else next.delete(itemId);
  return next;
}

/** The ticks as changes to send, in the order in which they were made. */
export function changesOf(ticks: KeptTicks, now: number): { itemId: string; state: "done"; sequence: number; ageMs: number }[] {
  return [...ticks].sort(([, one], [, other]) => one - other)
    .map(([itemId, at], index) => ({ itemId, state: "done", sequence: index + 1, ageMs: Math.max(0, Math.round(now - at)) }));
}
