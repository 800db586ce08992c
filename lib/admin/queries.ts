import { infiniteQueryOptions, mutationOptions, queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "#lib/base/api.ts";
import type { PeopleDto } from "#lib/account/schema.ts";
import type { AdminReviewsDto, AnsweredReviewsDto } from "#lib/admin/schema.ts";
import type { ActedDto } from "#lib/review/schema.ts";

export const adminQueries = {
  all: () => ["admin"] as const,
  reviews: () => queryOptions({
    queryKey: [...adminQueries.all(), "reviews"],
    queryFn: ({ signal }) => getJson<AdminReviewsDto>("/api/v1/admin/reviews", signal),
    refetchInterval: 30_000,
  }),
  answered: (search: string) => infiniteQueryOptions({
    queryKey: [...adminQueries.all(), "answered", search],
    queryFn: ({ pageParam: after, signal }) =>
      getJson<AnsweredReviewsDto>(`/api/v1/admin/answered-reviews?${new URLSearchParams({ search, ...(after && { after }) })}`, signal),
    initialPageParam: "",
    getNextPageParam: (page: AnsweredReviewsDto) => page.next,
  }),
  people: (search: string) => infiniteQueryOptions({
    queryKey: [...adminQueries.all(), "people", search],
    queryFn: ({ pageParam: after, signal }) =>
      getJson<PeopleDto>(`/api/v1/admin/people?${new URLSearchParams({ search, ...(after && { after }) })}`, signal),
    initialPageParam: "",
    getNextPageParam: (page: PeopleDto) => page.next,
  }),
};

/** Each carries the key that its dialog was opened with: sending it twice is the same as once. */
function act<Input extends { reviewId: string }>(segment: "reassign" | "reopen" | "close") {
  return mutationOptions({
    mutationKey: ["admin", segment],
    mutationFn: ({ idempotencyKey, input: { reviewId, ...body } }: { idempotencyKey: string; input: Input }) =>
      sendJson<ActedDto>(`/api/v1/review/reviews/${reviewId}/${segment}`, { method: "POST", body, idempotencyKey }),
  });
}

function standing(act: "disable" | "enable") {
  return mutationOptions({
    mutationKey: ["admin", act],
    mutationFn: ({ userId }: { userId: string }) => sendJson<void>(`/api/v1/account/people/${userId}/${act}`, { method: "POST" }),
  });
}

export const adminMutations = {
  reassign: () => act<{ reviewId: string; mentorId: string; reason: string }>("reassign"),
  disable: () => standing("disable"),
  enable: () => standing("enable"),
  reopen: () => act<{ reviewId: string; reason: string }>("reopen"),
  close: () => act<{ reviewId: string; reason: string }>("close"),
};
