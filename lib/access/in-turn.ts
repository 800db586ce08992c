import "server-only";

/** Acts of one actor under way at a time: each holds a connection to the database while it waits for the locks of those before it. */
const AT_ONCE = 3;
/** Acts of one actor that wait for those. */
const WAITING = 100;

interface Queue { running: number; waiting: (() => void)[] }

const queues = new Map<string, Queue>();

/**
 * Does `act` when few enough of this actor's others are under way on this server, in their order; so nobody takes all connections from
 * the others. Null when too many wait already.
 */
export async function inTurn<T>(key: string, act: () => Promise<T>): Promise<T | null> {
  const queue = queues.get(key) ?? { running: 0, waiting: [] };
  queues.set(key, queue);
  if (queue.running >= AT_ONCE) {
    if (queue.waiting.length >= WAITING) return null;
    await new Promise<void>((begin) => queue.waiting.push(begin));
  } else {
    queue.running += 1;
  }
  try {
    return await act();
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else if ((queue.running -= 1) === 0) queues.delete(key);
  }
}
