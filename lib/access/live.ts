import "server-only";
import { actorKey, type Actor, type Member } from "#lib/access/actor.ts";
import { unauthorized } from "#lib/access/decision.ts";
import { isTooOften } from "#lib/access/rate-limit.ts";
import { clientAddress, isSameOrigin } from "#lib/access/request.ts";
import { problem, problemOf } from "#lib/access/respond.ts";
import { actorOfToken, currentToken } from "#lib/access/session.ts";
import { SECOND } from "#lib/base/time.ts";
import { log } from "#lib/platform/log.ts";
import { subscribe, type Change } from "#lib/platform/live.ts";

const CHECK = 30 * SECOND;
/** What changes in one moment is told together. */
const TOGETHER = 150;
/** Browsers of one account that may listen at a time; each has one stream. */
const MOST = 10;

// no-transform: nothing on the way may hold it back to compress it.
const streamHeaders = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store, no-transform", "x-accel-buffering": "no" };

const slot = Symbol.for("cairn.live.streams");
const shared = globalThis as { [slot]?: Map<string, number> };
const streams = () => (shared[slot] ??= new Map<string, number>());

/**
 * Live updates, as server-sent events: the names of topics that changed for whoever asks, and nothing of what changed. The client reads
 * its views again, through their doors. The session is looked at again every 30 seconds.
 */
export async function liveUpdates(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return problem({ status: 403, code: "CROSS_SITE", detail: "Another site may not listen here." });
  const token = await currentToken();
  const actor = token === null ? null : await actorOfToken(token);
  if (await isTooOften(actor?.kind === "member" ? actorKey(actor) : clientAddress(request))) {
    return problem({ status: 429, code: "TOO_MANY", detail: "Too many requests in a short time. Please wait ten seconds." }, { "retry-after": "10" });
  }
  if (token === null || actor?.kind !== "member") return problemOf(unauthorized);
  // Nothing of a stream would be read, nor its end heard.
  if (request.method === "HEAD") return new Response(null, { headers: streamHeaders });
  const open = streams().get(actor.userId) ?? 0;
  if (open >= MOST) return problem({ status: 429, code: "TOO_MANY", detail: `Updates are sent to ${MOST} browsers at a time.` }, { "retry-after": "60" });
  streams().set(actor.userId, open + 1);
  return new Response(stream(actor, { token, signal: request.signal }), { headers: streamHeaders });
}

function stream(actor: Member, { token, signal }: { token: string; signal: AbortSignal }): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream({
    start(controller) {
      const waiting = new Set<string>();
      let ended = false;
      const send = (text: string) => void (ended || controller.enqueue(encoder.encode(text)));
      let soon: NodeJS.Timeout | undefined;
      const flush = () => {
        soon = undefined;
        send(`event: changed\ndata: ${JSON.stringify([...waiting])}\n\n`);
        waiting.clear();
      };
      let unsubscribe = () => {};
      const check = setInterval(() => {
        actorOfToken(token).then((now) => (isSame(now, actor) ? send(": still here\n\n") : end()), (error: unknown) => {
          log.warn({ error: String(error) }, "a live stream's session could not be looked at");
          end();
        });
      }, CHECK);
      end = () => {
        if (ended) return;
        ended = true;
        clearInterval(check);
        clearTimeout(soon);
        unsubscribe();
        const left = (streams().get(actor.userId) ?? 1) - 1;
        if (left > 0) streams().set(actor.userId, left);
        else streams().delete(actor.userId);
        // It is closed already where the reader has gone.
        try {
          controller.close();
        } catch {
          // Nothing is left to close.
        }
      };
      send(": listening\n\n");
      signal.addEventListener("abort", () => end());
      unsubscribe = subscribe((change) => {
        if (!concerns(change, actor)) return;
        waiting.add(change.topic);
        soon ??= setTimeout(flush, TOGETHER);
      }, () => end());
      // Gone before it began, which no event says any more; or the server is stopping.
      if (signal.aborted) end();
      if (ended) unsubscribe();
    },
    cancel: () => end(),
  });
}

/** A role that was given or taken ends the stream; the next one begins with it. */
function isSame(now: Actor, before: Member): boolean {
  return now.kind === "member" && now.userId === before.userId && [...now.roles].sort().join() === [...before.roles].sort().join();
}

function concerns({ to }: Change, { userId, roles }: Member): boolean {
  if (to === "everybody") return true;
  return to === "mentors" ? roles.has("mentor") : to.includes(userId);
}
