import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "#lib/base/api.ts";
import { ProblemError, unreachable } from "#lib/base/problem.ts";
import { requestOf, type ItemChange } from "#lib/roadmap/item-change.ts";
import type { RoadmapDto } from "#lib/roadmap/schema.ts";
import { parseSaved } from "#lib/roadmap/standing.ts";

export const roadmapQueries = {
  all: () => ["roadmap"] as const,
  mine: (guide: string) => queryOptions({
    queryKey: [...roadmapQueries.all(), guide],
    queryFn: ({ signal }) => getJson<RoadmapDto>(`/api/v1/roadmap/${guide}`, signal),
  }),
};

export const roadmapMutations = {
  setItemState: () => mutationOptions({
    mutationKey: ["roadmap", "setItemState"],
    mutationFn: async (change: ItemChange) => {
      const { path, init } = requestOf(change, performance.now());
      if (!parseSaved(await sendJson(path, init), change.itemId)) throw new ProblemError(unreachable);
    },
  }),
};
