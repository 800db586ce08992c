import "server-only";
import { membersOnly } from "#lib/access/decision.ts";
import { view } from "#lib/access/view.ts";
import { getGuide } from "#lib/guide/guide.ts";
import { roadmapDto, roadmapInput } from "#lib/roadmap/schema.ts";
import { readRoadmap } from "#lib/roadmap/store.ts";

export const roadmap = view({
  name: "roadmap.mine",
  summary: "Where whoever asks stands on a guide's roadmap: their own states beside what mentors have confirmed.",
  input: roadmapInput,
  output: roadmapDto,
  policy: membersOnly,
  read: async (db, { actor, input }) => {
    const guide = getGuide(input.guide);
    return guide && actor.kind === "member" ? await readRoadmap(db, { userId: actor.userId, guide }) : null;
  },
});
