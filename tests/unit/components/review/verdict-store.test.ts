import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { emptyDraft, type VerdictDraft } from "#components/review/verdict-draft.ts";
import type { SavedDraft } from "#components/review/verdict-kept.ts";
import { storeOf, type VerdictWorld } from "#components/review/verdict-store.ts";
import { ProblemError, unreachable } from "#lib/base/problem.ts";

const says = (summary: string): VerdictDraft => ({ ...emptyDraft, summary });
const refusal = (status: number, code: string) => new ProblemError({ type: "about:blank", title: "Refused", status, code, detail: `${code} in words` });

/** A server of one draft, with the revisions' rule. */
function makeServer(saved: SavedDraft | null = null) {
  const server = {
    saved,
    /** What the next saves are answered with instead; "lost" is carried out, and its answer does not arrive. */
    failures: [] as ("lost" | ProblemError)[],
    sends: [] as VerdictDraft[],
    put: (draft: VerdictDraft) => {
      server.saved = { revision: (server.saved?.revision ?? 0) + 1, body: draft, versionId: "v1", savedAt: "2026-11-25T00:00:00.000Z" };
    },
  };
  const world: VerdictWorld = {
    versionId: "v1", leaseId: "lease",
    read: async () => server.saved,
    holds: async () => server.saved !== null,
    onSaved: () => {},
    save: async ({ basedOn, draft }) => {
      const failure = server.failures.shift();
      if (failure instanceof ProblemError) throw failure;
      if (basedOn !== (server.saved?.revision ?? 0)) throw refusal(409, "DRAFT_MOVED");
      server.sends.push(draft as VerdictDraft);
      server.put(draft as VerdictDraft);
      if (failure === "lost") throw new ProblemError(unreachable);
      return { revision: server.saved!.revision, secondsLeft: 2_000 };
    },
  };
  return { server, world };
}

function open(saved: SavedDraft | null = null, reviewId: string = crypto.randomUUID()) {
  const { server, world } = makeServer(saved);
  const store = storeOf(reviewId, saved);
  store.enter(world);
  return { server, store, world };
}

describe("an unfinished verdict", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is saved a second after the last change, and in a long flow of words every five", async () => {
    const { server, store } = open();
    for (let second = 0; second < 12; second += 0.5) {
      store.write(says(`after ${second} s`), null);
      await vi.advanceTimersByTimeAsync(500);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.sends.length).toBe(3);
    expect(server.saved?.body.summary).toBe("after 11.5 s");
    expect(store.state()).toMatchObject({ unsaved: false, basedOn: 3, trouble: null });
  });

  it("is tried again while the server is away, and what was typed meanwhile goes with it", async () => {
    const { server, store } = open();
    server.failures = [new ProblemError(unreachable), refusal(503, "DATABASE_AWAY")];
    store.write(says("one"), null);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(store.state()).toMatchObject({ unsaved: true, trouble: unreachable.detail });
    store.write(says("two"), null);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(server.saved?.body.summary).toBe("two");
    expect(store.state()).toMatchObject({ unsaved: false, trouble: null });
  });

  it("knows its own save again when only the answer was lost", async () => {
    const { server, store } = open();
    server.failures = ["lost"];
    store.write(says("one"), null);
    await vi.advanceTimersByTimeAsync(1_100);
    store.write(says("one and more"), null);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(store.state()).toMatchObject({ other: null, unsaved: false });
    expect(server.saved?.body.summary).toBe("one and more");
  });

  it("keeps both texts when another window has saved, and saves neither until one is chosen", async () => {
    const { server, store } = open();
    server.put(says("theirs"));
    store.write(says("mine"), null);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(store.state()).toMatchObject({ draft: says("mine"), other: { body: says("theirs") } });
    store.write(says("mine, longer"), null);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(server.saved?.body.summary).toBe("theirs");
    store.choose("mine");
    await vi.advanceTimersByTimeAsync(100);
    expect(server.saved).toMatchObject({ revision: 2, body: says("mine, longer") });
  });

  it("goes on after a reload from what was sent before it, and asks nobody to choose", async () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("sessionStorage", {
      getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value), removeItem: (name: string) => void kept.delete(name),
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    const { server, store, world } = open(null, "before");
    let arrive = () => {};
    const onTheWay = new Promise<void>((done) => (arrive = done));
    store.enter({ ...world, save: async (input) => {
      await onTheWay;
      return await world.save(input);
    } });
    store.write(says("before the reload"), null);
    store.saveNow();
    // What the tab has kept is all that a page has after a reload.
    kept.set("cairn.verdict.after", kept.get("cairn.verdict.before")!);
    const again = storeOf("after", null);
    again.enter(world);
    arrive();
    await vi.advanceTimersByTimeAsync(100);
    expect(server.saved).toMatchObject({ revision: 1, body: says("before the reload") });
    again.write(says("before the reload, and after it"), null);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(again.state()).toMatchObject({ other: null, unsaved: false });
    expect(server.saved).toMatchObject({ body: says("before the reload, and after it") });
  });

  it("takes over what another window has saved when nothing here is unsaved", async () => {
    const { server, store } = open();
    server.put(says("theirs"));
    await store.look();
    expect(store.state()).toMatchObject({ draft: says("theirs"), basedOn: 1, unsaved: false, other: null });
  });

  it("is not saved beside its verdict: a save that is under way comes first, and none begins", async () => {
    const { server, store, world } = open();
    let arrive = () => {};
    const onTheWay = new Promise<void>((done) => (arrive = done));
    const save = world.save;
    store.enter({ ...world, save: async (input) => {
      await onTheWay;
      return await save(input);
    } });
    store.write(says("one"), null);
    await vi.advanceTimersByTimeAsync(1_100);
    store.write(says("two"), null);
    let ready = false;
    const paused = store.pause().then(() => (ready = true));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ready).toBe(false);
    arrive();
    await paused;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.sends).toEqual([says("one")]);
    store.forget();
    store.resume();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.sends).toEqual([says("one")]);
  });

  it("does not come back from another window after it has become a verdict", async () => {
    const { server, store } = open();
    store.write(says("one"), null);
    await vi.advanceTimersByTimeAsync(1_100);
    server.saved = null;
    store.write(says("one, and what nobody will read"), null);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(server.saved).toBeNull();
    expect(store.state()).toMatchObject({ draft: says("one, and what nobody will read"), trouble: expect.stringMatching(/kept in this tab/) });
  });

  it("says what the server refuses, and tries again with the next change", async () => {
    const { server, store } = open();
    server.failures = [refusal(422, "INVALID")];
    store.write(says("too much"), null);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(store.state()).toMatchObject({ unsaved: true, trouble: "INVALID in words" });
    store.write(says("less"), null);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(server.saved?.body.summary).toBe("less");
  });
});
