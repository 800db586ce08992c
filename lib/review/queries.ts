import { infiniteQueryOptions, mutationOptions, queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "#lib/base/api.ts";
import type {
  ActedDto, AskInformationInput, AskInput, ConfirmInput, MyReviewsDto, PlaceDto, QueueDto, ResubmitInput, ReturnInput, ReviewDto,
  WaitingTimeDto,
} from "#lib/review/schema.ts";

const path = "/api/v1/review/reviews";

export const reviewQueries = {
  all: () => ["review"] as const,
  mine: () => queryOptions({
    queryKey: [...reviewQueries.all(), "mine"],
    queryFn: ({ signal }) => getJson<MyReviewsDto>(path, signal),
  }),
  queue: () => infiniteQueryOptions({
    queryKey: [...reviewQueries.all(), "queue"],
    queryFn: ({ pageParam, signal }) =>
      getJson<QueueDto>(`/api/v1/review/queue${pageParam ? `?after=${encodeURIComponent(pageParam)}` : ""}`, signal),
    initialPageParam: "",
    getNextPageParam: (page: QueueDto) => page.next,
    refetchInterval: 15_000,
  }),
  waitingTime: () => queryOptions({
    queryKey: [...reviewQueries.all(), "waitingTime"],
    queryFn: ({ signal }) => getJson<WaitingTimeDto>("/api/v1/review/waiting-time", signal),
  }),
  /** Where an own review stands that waits. */
  place: (reviewId: string) => queryOptions({
    queryKey: [...reviewQueries.all(), "place", reviewId],
    queryFn: ({ signal }) => getJson<PlaceDto>(`${path}/${reviewId}/place`, signal),
    refetchInterval: 60_000,
  }),
  one: (reviewId: string) => queryOptions({
    queryKey: [...reviewQueries.all(), "one", reviewId],
    queryFn: ({ signal }) => getJson<ReviewDto>(`${path}/${reviewId}`, signal),
  }),
};

/** A verdict or an ask carries the key that its form was opened with: sending it twice is the same as once. */
interface Keyed { idempotencyKey: string }

function act<Input extends { reviewId: string }>(name: string, segment: string) {
  return mutationOptions({
    mutationKey: ["review", name],
    mutationFn: ({ reviewId, ...body }: Input) => sendJson<ActedDto>(`${path}/${reviewId}/${segment}`, { method: "POST", body }),
  });
}

function verdict<Input extends { reviewId: string }>(name: string, segment: string) {
  return mutationOptions({
    mutationKey: ["review", name],
    mutationFn: ({ input: { reviewId, ...body }, idempotencyKey }: Keyed & { input: Input }) =>
      sendJson<ActedDto>(`${path}/${reviewId}/${segment}`, { method: "POST", body, idempotencyKey }),
  });
}

export const reviewMutations = {
  ask: () => mutationOptions({
    mutationKey: ["review", "ask"],
    mutationFn: ({ input, idempotencyKey }: Keyed & { input: AskInput }) =>
      sendJson<ActedDto>(path, { method: "POST", body: input, idempotencyKey }),
  }),
  send: () => act<{ reviewId: string }>("send", "send"),
  discard: () => act<{ reviewId: string }>("discard", "discard"),
  claim: () => act<{ reviewId: string }>("claim", "claim"),
  release: () => act<{ reviewId: string; leaseId: string }>("release", "release"),
  confirm: () => verdict<ConfirmInput>("confirm", "confirm"),
  returnWithChanges: () => verdict<ReturnInput>("returnWithChanges", "return"),
  askForInformation: () => verdict<AskInformationInput>("askForInformation", "ask-for-information"),
  resubmit: () => act<ResubmitInput>("resubmit", "resubmit"),
  withdraw: () => act<{ reviewId: string }>("withdraw", "withdraw"),
};
