/** What must end before the process does, in the order it was begun. Shared by the copies of this module that Next makes. */
const slot = Symbol.for("cairn.shutdown");
type End = () => Promise<void>;
const shared = globalThis as { [slot]?: { drains: End[]; ends: End[] } };
const registered = () => (shared[slot] ??= { drains: [], ends: [] });

/** Has `end` called when the server stops. */
export function onShutdown(end: End): void {
  registered().ends.push(end);
}

/** Has `end` called before the server waits for its requests: for what keeps requests open without an end of their own. */
export function onDrain(end: End): void {
  registered().drains.push(end);
}

/** Ends what keeps requests open. */
export async function drain(report: (error: unknown) => void): Promise<void> {
  await endAll(registered().drains, report);
}

/** Ends everything, the newest first; one that fails does not keep the others from ending, and is reported. */
export async function shutDown(report: (error: unknown) => void): Promise<void> {
  await endAll(registered().ends, report);
}

async function endAll(ends: End[], report: (error: unknown) => void): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end().catch(report);
}
