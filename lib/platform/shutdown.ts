/** What must end before the process does, in the order it was begun. Shared by the copies of this module that Next makes. */
const slot = Symbol.for("cairn.shutdown");
const shared = globalThis as { [slot]?: (() => Promise<void>)[] };

/** Has `end` called when the server stops. */
export function onShutdown(end: () => Promise<void>): void {
  (shared[slot] ??= []).push(end);
}

/** Ends everything, the newest first; one that fails does not keep the others from ending, and is reported. */
export async function shutDown(report: (error: unknown) => void): Promise<void> {
  const ends = shared[slot]?.splice(0).reverse() ?? [];
  for (const end of ends) await end().catch(report);
}
