import { afterEach, describe, expect, it, vi } from "vitest";
import type { Member } from "#lib/access/actor.ts";
import type * as Original from "#lib/guide/library.ts";
import type { Library, RoadmapSource } from "#lib/guide/library.ts";
import { db } from "#lib/platform/db.ts";
import {
  claimReview, confirmReview, correctVerdict, releaseReview, reopenReview, resubmitReview, returnWithChanges, sendReview, withdrawReview,
} from "#lib/review/commands.ts";
import { reviewQueue } from "#lib/review/views.ts";
import { roadmap } from "#lib/roadmap/views.ts";
import { claimed, confirmed, itemId, look, person, returned, screen, value, waitingReview } from "#tests/support/community.ts";

type Change = "none" | "removed" | "raised";

const guide = vi.hoisted((): { change: Change } => ({ change: "none" }));

/** The guides of this installation, and what they would be with the item of the tests removed, or written anew. */
vi.mock("#lib/guide/library.ts", async (original) => {
  const { makeLibrary } = await original<typeof Original>();
  type Items = RoadmapSource["roadmap"]["steps"][number]["items"];
  const changes: Record<Change, (items: Items) => Items> = {
    none: (items) => items,
    removed: (items) => items.filter(({ id }) => id !== itemId),
    raised: (items) => items.map((item) => (item.id === itemId ? { ...item, edition: 90, criteria: [{ id: "anew", text: "It is written anew" }] } : item)),
  };
  const changed = ({ roadmap, ...rest }: RoadmapSource, change: Change): RoadmapSource => ({
    ...rest, roadmap: { ...roadmap, steps: roadmap.steps.map((step) => ({ ...step, items: changes[change](step.items) })) },
  });
  return {
    makeLibrary: (contents: readonly RoadmapSource[]): Library => {
      const today = () => makeLibrary(contents.map((content) => changed(content, guide.change)));
      return {
        listGuides: () => today().listGuides(), getGuide: (slug) => today().getGuide(slug), getItem: (id) => today().getItem(id),
        listItems: (slug) => today().listItems(slug),
      };
    },
  };
});

afterEach(() => void (guide.change = "none"));

interface World { learner: Member; mentor: Member; reviewId: string }

const others = ["pca", "statistical-comparison", "python-package", "sql-questions"].map((name) => `mle.foundations.${name}`);

async function answer({ learner, reviewId }: World): Promise<void> {
  const { verdicts } = await look(learner, reviewId);
  const answers = verdicts.flatMap(({ changes }) => changes).map(({ changeId }) => ({ changeId, answer: "Done" }));
  value(await resubmitReview.execute(learner, { reviewId, answers }));
}

/** How a review of the item comes into each state while the guide is as it was. */
const states: Record<string, (world: World) => Promise<unknown>> = {
  waiting: async () => undefined,
  claimed: async ({ mentor, reviewId }) => await claimed(mentor, reviewId),
  returned: async ({ mentor, reviewId }) => await returned(mentor, reviewId),
  resubmitted: async (world) => {
    await returned(world.mentor, world.reviewId);
    await answer(world);
  },
  confirmed: async ({ mentor, reviewId }) => await confirmed(mentor, reviewId),
};

async function inState(state: string): Promise<World> {
  const [learner, mentor] = [await person({ name: "Noor" }), await person({ name: "Ada", roles: ["mentor"] })];
  const world = { learner, mentor, reviewId: await waitingReview(learner) };
  await states[state]!(world);
  return world;
}

const admin = async () => await person({ roles: ["admin"] });

/** Everything that is left to be done, by the acts that people have, until it is confirmed. */
async function finish(world: World): Promise<void> {
  const { learner, mentor, reviewId } = world;
  const { status } = await look(learner, reviewId);
  if (status === "returned") await answer(world);
  if (status !== "claimed") value(await claimReview.execute(mentor, { reviewId }));
  value(await confirmReview.execute(mentor, await screen(mentor, reviewId)));
}

async function standing(learner: Member) {
  return await db().confirmation.findMany({ where: { learnerId: learner.userId, revokedAt: null }, select: { itemId: true, edition: true } });
}

describe("when an author removes its item", () => {
  for (const state of Object.keys(states).filter((state) => state !== "confirmed")) {
    it(`a ${state} review is seen by both, goes on to its confirmation, and is judged by the criteria that were kept`, async () => {
      const world = await inState(state);
      const { learner, mentor, reviewId } = world;
      const before = await look(learner, reviewId);
      guide.change = "removed";
      const queued = value(await reviewQueue.execute(mentor, {})).rows.map((row) => row.reviewId);
      expect(queued.includes(reviewId)).toBe(state === "waiting" || state === "resubmitted");
      const { status, requirement: { edition, criteria } } = before;
      expect(await look(learner, reviewId)).toMatchObject({ status, requirement: { edition, criteria } });
      await finish(world);
      expect(await standing(learner)).toEqual([{ itemId, edition }]);
    });
  }

  it("a confirmation stands, is listed apart, and its verdict can still be corrected and reopened", async () => {
    const world = await inState("confirmed");
    const { learner, mentor, reviewId } = world;
    const { requirement: { edition, criteria } } = await look(learner, reviewId);
    guide.change = "removed";
    expect(await standing(learner)).toEqual([{ itemId, edition }]);
    expect(value(await roadmap.execute(learner, { guide: "machine-learning-engineer" })).removed).toMatchObject([{ itemId }]);
    value(await correctVerdict.execute(mentor, { reviewId, reason: "I overlooked a leak" }));
    value(await returnWithChanges.execute(mentor, { ...(await screen(mentor, reviewId)), marks: [], changes: ["Close the leak"] }));
    await finish(world);
    value(await reopenReview.execute(await admin(), { reviewId, reason: "It was copied" }));
    expect(await standing(learner)).toEqual([]);
    expect(await look(learner, reviewId)).toMatchObject({ requirement: { edition, criteria } });
    value(await withdrawReview.execute(learner, { reviewId }));
  });

  it("a review that was kept unsent can still be sent", async () => {
    const { learner, mentor, reviewId } = await inState("waiting");
    const unsent = await keptUnsent(learner);
    guide.change = "removed";
    value(await withdrawReview.execute(learner, { reviewId }));
    value(await sendReview.execute(learner, { reviewId: unsent }));
    await finish({ learner, mentor, reviewId: unsent });
  });
});

/** One more review of the item than mentors take: it stays here. Four of other items are with mentors beside the one that is. */
async function keptUnsent(learner: Member): Promise<string> {
  for (const other of others) await waitingReview(learner, other);
  const unsent = await waitingReview(learner);
  expect((await look(learner, unsent)).status).toBe("unsent");
  return unsent;
}

describe("when an author raises its edition", () => {
  for (const state of ["waiting", "resubmitted", "returned"]) {
    it(`a ${state} review is judged by the new criteria from its next claim on`, async () => {
      const world = await inState(state);
      guide.change = "raised";
      await finish(world);
      expect(await standing(world.learner)).toEqual([{ itemId, edition: 90 }]);
    });
  }

  it("a held review is judged by the criteria that its mentor saw, and after a release by the new ones", async () => {
    const { learner, mentor, reviewId } = await inState("claimed");
    const shown = await screen(mentor, reviewId);
    guide.change = "raised";
    expect(await screen(mentor, reviewId)).toEqual(shown);
    value(await releaseReview.execute(mentor, { reviewId, leaseId: shown.leaseId }));
    value(await claimReview.execute(mentor, { reviewId }));
    expect(await screen(mentor, reviewId)).toMatchObject({ edition: 90, marks: [{ criterionId: `${itemId}.anew` }] });
    expect(await confirmReview.execute(mentor, { ...shown, leaseId: (await screen(mentor, reviewId)).leaseId })).toMatchObject({ ok: false, reason: "EDITION_MOVED" });
    await finish({ learner, mentor, reviewId });
  });

  it("a confirmation stands for the edition that was met, and a correction is judged by that", async () => {
    const { learner, mentor, reviewId } = await inState("confirmed");
    const { requirement: { edition } } = await look(learner, reviewId);
    guide.change = "raised";
    expect(await standing(learner)).toEqual([{ itemId, edition }]);
    value(await correctVerdict.execute(mentor, { reviewId, reason: "I overlooked a leak" }));
    await finish({ learner, mentor, reviewId });
    expect(await standing(learner)).toEqual([{ itemId, edition }]);
  });
});
