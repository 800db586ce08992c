import { infiniteQueryOptions, mutationOptions, queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "#lib/base/api.ts";
import type { BellDto, NotificationsDto } from "#lib/notification/schema.ts";

const path = "/api/v1/notification";

/** Everything below `all` changes together: who is told of a change invalidates that key. */
export const notificationQueries = {
  all: () => ["notification"] as const,
  bell: () => queryOptions({
    queryKey: [...notificationQueries.all(), "bell"],
    queryFn: ({ signal }) => getJson<BellDto>(`${path}/bell`, signal),
    refetchInterval: 15_000,
  }),
  list: () => infiniteQueryOptions({
    queryKey: [...notificationQueries.all(), "list"],
    queryFn: ({ pageParam, signal }) =>
      getJson<NotificationsDto>(`${path}/notifications${pageParam ? `?after=${encodeURIComponent(pageParam)}` : ""}`, signal),
    initialPageParam: "",
    getNextPageParam: (page: NotificationsDto) => page.next,
    refetchInterval: 30_000,
  }),
};

export const notificationMutations = {
  read: () => mutationOptions({
    mutationKey: ["notification", "read"],
    mutationFn: (notificationId: string) => sendJson(`${path}/notifications/${notificationId}/read`, { method: "PUT" }),
  }),
  readAbout: () => mutationOptions({
    mutationKey: ["notification", "readAbout"],
    mutationFn: (reviewId: string) => sendJson(`${path}/reviews/${reviewId}/read`, { method: "PUT" }),
  }),
  readAll: () => mutationOptions({
    mutationKey: ["notification", "readAll"],
    mutationFn: (until: string) => sendJson(`${path}/read-all`, { method: "POST", body: { until } }),
  }),
};
