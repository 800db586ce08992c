const name = "cairn-live";
const address = "/api/v1/live";
/** Until the stream is asked for again where the server refused it. Pages ask by themselves meanwhile. */
const PAUSE = 30_000;

/**
 * Calls `onChange` with the names of the topics that changed, until the answer is called; an empty name stands for everything. However many
 * tabs are open, one of those that are looked at has the stream and passes on what it says.
 */
export function followChanges(onChange: (topics: string[]) => void): () => void {
  const tabs = new BroadcastChannel(name);
  // A tab that is shown again reads what it shows anew.
  tabs.onmessage = ({ data }: MessageEvent<unknown>) => document.hidden || onChange(topicsIn(data));
  let shown = new AbortController();
  const listenWhileShown = () => {
    shown.abort();
    if (document.hidden) return;
    shown = new AbortController();
    const { signal } = shown;
    const listen = async () => await readStream(signal, (topics) => {
      onChange(topics);
      tabs.postMessage(topics);
    });
    // Where the address is not a secure one, browsers have no locks: then each tab has a stream.
    if (!("locks" in navigator)) return void listen();
    // Where another tab has the stream, nothing tells when it began; what changed until now was not heard here.
    navigator.locks.query().then(({ held }) => !signal.aborted && held?.some((lock) => lock.name === name) && onChange([""]), () => undefined);
    navigator.locks.request(name, { signal }, listen).catch(() => undefined);
  };
  document.addEventListener("visibilitychange", listenWhileShown);
  listenWhileShown();
  return () => {
    document.removeEventListener("visibilitychange", listenWhileShown);
    shown.abort();
    tabs.close();
  };
}

/**
 * Reads until the signal; the browser begins again where the connection is lost. What changed before a beginning was not heard, since the
 * page was made or the connection lost: then everything may have changed.
 */
async function readStream(signal: AbortSignal, onChange: (topics: string[]) => void): Promise<void> {
  await new Promise<void>((done) => {
    let source: EventSource;
    let pause: ReturnType<typeof setTimeout>;
    const open = () => {
      source = new EventSource(address);
      source.addEventListener("changed", ({ data }: MessageEvent<string>) => onChange(topicsIn(JSON.parse(data))));
      source.onopen = () => onChange([""]);
      source.onerror = () => {
        if (source.readyState === EventSource.CLOSED) pause = setTimeout(open, PAUSE);
      };
    };
    open();
    signal.addEventListener("abort", () => {
      clearTimeout(pause);
      source.close();
      done();
    });
  });
}

function topicsIn(data: unknown): string[] {
  return Array.isArray(data) ? data.filter((topic) => typeof topic === "string") : [];
}
