import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "#lib/base/api.ts";
import type { ItemStateDto, RoadmapDto, SetItemStateInput } from "#lib/roadmap/schema.ts";

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
    mutationFn: ({ itemId, ...body }: SetItemStateInput) =>
      sendJson<ItemStateDto>(`/api/v1/roadmap/items/${itemId}/state`, { method: "PUT", body }),
  }),
};
