import { afterEach, expect, it, vi } from "vitest";
import { followAccount, reloadAccount } from "#components/roadmap/follow-progress.ts";
import { shownProgress } from "#components/roadmap/own-progress.ts";

let leave = () => {};
const account = "2d1f0f5e-2d5c-4f0e-9a3b-2f1f2a9f7c11";

afterEach(() => {
  leave();
  vi.unstubAllGlobals();
});

/** What a request to set an item's state says. */
function changeIn(path: string, body: RequestInit["body"]) {
  return { itemId: path.split("/").at(-2)!, ...JSON.parse(body as string) as { state: string; ageMs: number } };
}

/** An account on a server of which each answer to a read waits until it is let go; it says what stood when it was asked. */
function accountThat(stored: Record<string, string>) {
  const reads: (() => void)[] = [];
  vi.stubGlobal("addEventListener", vi.fn());
  vi.stubGlobal("fetch", async (path: string, { method, body }: RequestInit) => {
    if (method === "PUT") {
      const { itemId, state } = changeIn(path, body);
      stored[itemId] = state;
      return await Promise.resolve(Response.json({ itemId, state }));
    }
    const states = Object.entries(stored).map(([itemId, state]) => ({ itemId, state }));
    await new Promise<void>((done) => reads.push(done));
    return Response.json({ account, states, confirmations: [] });
  });
  return { stored, reads };
}

/** Lets the oldest read go, once there is one. */
async function answer(reads: (() => void)[]) {
  await vi.waitFor(() => expect(reads).not.toHaveLength(0));
  reads.shift()!();
}

it("a box that is ticked while the account is being read stays ticked", async () => {
  const { stored, reads } = accountThat({});
  leave = followAccount("baker", account);
  await answer(reads);
  await vi.waitFor(() => expect(shownProgress().whose).toBe("account"));
  stored["bread.a"] = "done";
  const reloaded = reloadAccount();
  await vi.waitFor(() => expect(reads).toHaveLength(1));
  shownProgress().setTick("bread.b", true);
  await vi.waitFor(() => expect(stored["bread.b"]).toBe("done"));
  await answer(reads);
  // Read again, or shown as it was: whichever comes first.
  await Promise.race([reloaded, answer(reads)]);
  await reloaded;
  expect(Object.fromEntries(shownProgress().states)).toEqual({ "bread.a": "done", "bread.b": "done" });
});

it("an answer that a later one has overtaken is not shown", async () => {
  const { stored, reads } = accountThat({});
  leave = followAccount("baker", account);
  await vi.waitFor(() => expect(reads).toHaveLength(1));
  stored["bread.a"] = "done";
  const reloaded = reloadAccount();
  await vi.waitFor(() => expect(reads).toHaveLength(2));
  reads[1]!();
  await reloaded;
  reads[0]!();
  await vi.waitFor(() => expect(shownProgress().states.get("bread.a")).toBe("done"));
  await new Promise((done) => setImmediate(done));
  expect(shownProgress().states.get("bread.a")).toBe("done");
});

it("what is ticked is sent at once, though the answer to another tick is late, and of one item in turn, with its age", async () => {
  let now = 10_000;
  vi.stubGlobal("performance", { now: () => now });
  const puts: string[] = [];
  const answers: (() => void)[] = [];
  vi.stubGlobal("addEventListener", vi.fn());
  vi.stubGlobal("fetch", async (path: string, { method, body }: RequestInit) => {
    if (method !== "PUT") return Response.json({ account, states: [], confirmations: [] });
    const { itemId, state, ageMs } = changeIn(path, body);
    puts.push(`${itemId} ${state} ${ageMs}`);
    await new Promise<void>((done) => answers.push(done));
    return Response.json({ itemId, state });
  });
  leave = followAccount("baker", account);
  await vi.waitFor(() => expect(shownProgress().whose).toBe("account"));
  const { setTick } = shownProgress();
  setTick("bread.c", true);
  setTick("bread.d", true);
  setTick("bread.c", false);
  await vi.waitFor(() => expect(puts).toEqual(["bread.c done 0", "bread.d done 0"]));
  now = 10_700.4;
  answers[0]!();
  await vi.waitFor(() => expect(puts).toEqual(["bread.c done 0", "bread.d done 0", "bread.c todo 700"]));
  answers.forEach((done) => done());
});

const noAnswer = "The server did not answer. Please check the connection and try again.";
for (const [lost, { answer: answerTo, told }] of Object.entries({
  "is lost": { answer: () => Promise.reject(new TypeError("the connection broke")), told: noAnswer },
  "is empty": { answer: () => Promise.resolve(new Response(null, { status: 204 })), told: noAnswer },
  "is not about it": { answer: () => Promise.resolve(Response.json({ itemId: "bread.a", state: "done" })), told: noAnswer },
  "is of no state": { answer: () => Promise.resolve(Response.json({ itemId: "bread.e", state: "baked" })), told: noAnswer },
  "is a network's page": {
    answer: () => Promise.resolve(new Response("<h1>Welcome</h1>")),
    told: "Something between this page and Cairn answered with 200. Nothing is known to be saved; please try again.",
  },
  "is that the server broke off": {
    answer: () => Promise.resolve(Response.json({ title: "Away", status: 503, code: "DATABASE_AWAY", detail: "Please try again shortly." }, { status: 503 })),
    told: "Please try again shortly.",
  },
})) {
  it(`a tick whose answer ${lost} is shown as the account has it, and it is told without a claim`, async () => {
    const stored: string[] = [];
    let reads = 0;
    vi.stubGlobal("addEventListener", vi.fn());
    vi.stubGlobal("fetch", async (_path: string, { method }: RequestInit) => {
      if (method === "PUT") {
        stored.push("bread.e");
        return await answerTo();
      }
      reads += 1;
      return await Promise.resolve(Response.json({ account, states: stored.map((itemId) => ({ itemId, state: "done" })), confirmations: [] }));
    });
    leave = followAccount("baker", account);
    await vi.waitFor(() => expect(shownProgress().whose).toBe("account"));
    shownProgress().setTick("bread.e", true);
    await vi.waitFor(() => expect(shownProgress().problem).toBe(told));
    await vi.waitFor(() => expect(reads).toBe(2));
    await vi.waitFor(() => expect(shownProgress().states.get("bread.e")).toBe("done"));
    expect(shownProgress().problem).toBe(told);
  });
}

it("a tick that a later change on another device has overtaken is shown as that", async () => {
  vi.stubGlobal("addEventListener", vi.fn());
  vi.stubGlobal("fetch", async (_path: string, { method }: RequestInit) => await Promise.resolve(Response.json(method === "PUT"
    ? { itemId: "bread.g", state: "skipped" }
    : { account, states: [], confirmations: [] })));
  leave = followAccount("baker", account);
  await vi.waitFor(() => expect(shownProgress().whose).toBe("account"));
  shownProgress().setTick("bread.g", true);
  expect(shownProgress().states.get("bread.g")).toBe("done");
  await vi.waitFor(() => expect(shownProgress().states.get("bread.g")).toBe("skipped"));
  expect(shownProgress().problem).toBe("");
});

it("a tick that the server refuses is taken back, with what stands and why", async () => {
  vi.stubGlobal("addEventListener", vi.fn());
  vi.stubGlobal("fetch", async (_path: string, { method }: RequestInit) => await Promise.resolve(method === "PUT"
    ? Response.json({ title: "Too many", status: 429, code: "TOO_MANY", detail: "Please wait." }, { status: 429 })
    : Response.json({ account, states: [{ itemId: "bread.f", state: "learning" }], confirmations: [] })));
  leave = followAccount("baker", account);
  await vi.waitFor(() => expect(shownProgress().whose).toBe("account"));
  shownProgress().setTick("bread.f", true);
  await vi.waitFor(() => expect(shownProgress().problem).toBe('Back to "Learning". Please wait.'));
  expect(shownProgress().states.get("bread.f")).toBe("learning");
});

it("a box that is ticked again after a tick of it was refused shows what the account has in the end", async () => {
  const states: string[] = [];
  vi.stubGlobal("addEventListener", vi.fn());
  vi.stubGlobal("fetch", async (path: string, { method, body }: RequestInit) => {
    if (method !== "PUT") return await Promise.resolve(Response.json({ account, states: [], confirmations: [] }));
    const { itemId, state } = changeIn(path, body);
    states.push(state);
    return await Promise.resolve(states.length === 1
      ? Response.json({ title: "Too many", status: 429, code: "TOO_MANY", detail: "Please wait." }, { status: 429 })
      : Response.json({ itemId, state }));
  });
  leave = followAccount("baker", account);
  await vi.waitFor(() => expect(shownProgress().whose).toBe("account"));
  for (const done of [true, false, true]) shownProgress().setTick("bread.h", done);
  await vi.waitFor(() => expect(states).toEqual(["done", "todo", "done"]));
  await new Promise((done) => setImmediate(done));
  expect(shownProgress().states.get("bread.h")).toBe("done");
  expect(shownProgress().problem).toBe("");
});

it("the states of another account, which has signed in meanwhile in another tab, are not shown", async () => {
  vi.stubGlobal("addEventListener", vi.fn());
  vi.stubGlobal("fetch", vi.fn(async () => await Promise.resolve(Response.json({ account: "another", states: [{ itemId: "bread.a", state: "done" }], confirmations: [] }))));
  leave = followAccount("baker", account);
  await vi.waitFor(() => expect(shownProgress().problem).toContain("could not be loaded"));
  expect(shownProgress().states.size).toBe(0);
});
