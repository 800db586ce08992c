import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { getJson } from "#lib/base/api.ts";
import type { RoadmapDto, SetItemStateInput } from "#lib/roadmap/schema.ts";
import { sendState } from "#lib/roadmap/send-state.ts";

export const roadmapQueries = {
  all: () => ["roadmap"] as const,
  mine: (guide: string) => queryOptions({
    queryKey: [...roadmapQueries.all(), guide],
    queryFn: ({ signal }) => getJson<RoadmapDto>(`/api/v1/roadmap/${guide}`, signal),
  }),
};

/** `madeAt` is performance.now() at the tap: a change that had to wait is sent with its age. */
export type ItemChange = Omit<SetItemStateInput, "ageMs"> & { madeAt: number };

export const roadmapMutations = {
  setItemState: () => mutationOptions({
    mutationKey: ["roadmap", "setItemState"],
    mutationFn: ({ madeAt, ...change }: ItemChange) => sendState({ ...change, ageMs: Math.round(performance.now() - madeAt) }),
  }),
};
