import { infiniteQueryOptions, mutationOptions, queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "#lib/base/api.ts";
import type { AboutInput, BellDto, DeliveriesDto, NotificationsDto, OutboxDto, SetDeliveryInput } from "#lib/notification/schema.ts";

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
  deliveries: () => queryOptions({
    queryKey: [...notificationQueries.all(), "deliveries"],
    queryFn: ({ signal }) => getJson<DeliveriesDto>(`${path}/deliveries`, signal),
  }),
  outbox: () => infiniteQueryOptions({
    queryKey: [...notificationQueries.all(), "outbox"],
    queryFn: ({ pageParam, signal }) => getJson<OutboxDto>(`${path}/outbox${pageParam ? `?after=${encodeURIComponent(pageParam)}` : ""}`, signal),
    initialPageParam: "",
    getNextPageParam: (page: OutboxDto) => page.next,
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
    mutationFn: ({ kind, subjectId }: AboutInput) => sendJson(`${path}/${kind}/${subjectId}/read`, { method: "PUT" }),
  }),
  readAll: () => mutationOptions({
    mutationKey: ["notification", "readAll"],
    mutationFn: (until: string) => sendJson(`${path}/read-all`, { method: "POST", body: { until } }),
  }),
  setDelivery: () => mutationOptions({
    mutationKey: ["notification", "setDelivery"],
    mutationFn: ({ kind, delivery }: SetDeliveryInput) => sendJson(`${path}/deliveries/${kind}`, { method: "PUT", body: { delivery } }),
    scope: { id: "notification.setDelivery" },
  }),
};

/** From a page of somebody who may not be signed in; the signature in the token allows it. */
export async function endMails(token: string): Promise<void> {
  await sendJson(`${path}/unsubscribe/${encodeURIComponent(token)}`, { method: "POST" });
}
