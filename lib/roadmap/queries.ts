import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { getJson } from "#lib/base/api.ts";
import type { RoadmapDto } from "#lib/roadmap/schema.ts";
import { sendState } from "#lib/roadmap/send-state.ts";

export const roadmapQueries = {
  all: () => ["roadmap"] as const,
  mine: (guide: string) => queryOptions({
    queryKey: [...roadmapQueries.all(), guide],
    queryFn: ({ signal }) => getJson<RoadmapDto>(`/api/v1/roadmap/${guide}`, signal),
  }),
};

export const roadmapMutations = {
  setItemState: () => mutationOptions({ mutationKey: ["roadmap", "setItemState"], mutationFn: sendState }),
};
