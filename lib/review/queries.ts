import { infiniteQueryOptions, mutationOptions, queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "#lib/base/api.ts";
import type {
  ActedDto, AskInformationInput, AskInput, BlocksDto, ConfirmInput, DraftDto, MyReviewsDto, PlaceDto, QueueDto, ResubmitInput, ReturnInput,
  ReviewDto, SavedDraftDto, SaveDraftInput, WaitingTimeDto,
} from "#lib/review/schema.ts";

const path = "/api/v1/review/reviews";
const blocksPath = "/api/v1/review/blocks";

export const reviewQueries = {
  all: () => ["review"] as const,
  mine: () => queryOptions({
    queryKey: [...reviewQueries.all(), "mine"],
    queryFn: ({ signal }) => getJson<MyReviewsDto>(path, signal),
  }),
  /** Of one step, or of all for null. */
  queue: (step: string | null) => infiniteQueryOptions({
    queryKey: [...reviewQueries.all(), "queue", step],
    queryFn: ({ pageParam: after, signal }) =>
      getJson<QueueDto>(`/api/v1/review/queue?${new URLSearchParams({ ...(after && { after }), ...(step !== null && { step }) })}`, signal),
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
  /** The mentors whom whoever asks has blocked. */
  blocks: () => queryOptions({
    queryKey: [...reviewQueries.all(), "blocks"],
    queryFn: ({ signal }) => getJson<BlocksDto>(blocksPath, signal),
  }),
  one: (reviewId: string) => queryOptions({
    queryKey: [...reviewQueries.all(), "one", reviewId],
    queryFn: ({ signal }) => getJson<ReviewDto>(`${path}/${reviewId}`, signal),
  }),
  /** What a mentor has kept of their unfinished verdict. */
  draft: (reviewId: string) => queryOptions({
    queryKey: [...reviewQueries.all(), "draft", reviewId],
    networkMode: "always",
    queryFn: ({ signal }) => getJson<DraftDto>(`${path}/${reviewId}/draft`, signal),
  }),
};

// "always" where a browser without a connection must not wait for one in silence: the person is told, and tries again.

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
    networkMode: "always",
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
  takeNext: () => mutationOptions({
    mutationKey: ["review", "takeNext"],
    mutationFn: ({ step }: { step: string | null }) =>
      sendJson<ActedDto>("/api/v1/review/take-next", { method: "POST", body: step === null ? {} : { step } }),
  }),
  takeNewVersion: () => act<{ reviewId: string; leaseId: string }>("takeNewVersion", "take-new-version"),
  keepDraft: () => mutationOptions({
    mutationKey: ["review", "keepDraft"],
    networkMode: "always",
    mutationFn: ({ reviewId, ...body }: SaveDraftInput) => sendJson<SavedDraftDto>(`${path}/${reviewId}/draft`, { method: "PUT", body }),
  }),
  correct: () => verdict<{ reviewId: string; reason: string }>("correct", "correct"),
  release: () => act<{ reviewId: string; leaseId: string }>("release", "release"),
  confirm: () => verdict<ConfirmInput>("confirm", "confirm"),
  returnWithChanges: () => verdict<ReturnInput>("returnWithChanges", "return"),
  askForInformation: () => verdict<AskInformationInput>("askForInformation", "ask-for-information"),
  resubmit: () => act<ResubmitInput>("resubmit", "resubmit"),
  acknowledge: () => act<{ reviewId: string }>("acknowledge", "acknowledge"),
  withdraw: () => act<{ reviewId: string }>("withdraw", "withdraw"),
  block: () => act<{ reviewId: string; mentorId: string }>("block", "block"),
  unblock: () => mutationOptions({
    mutationKey: ["review", "unblock"],
    mutationFn: ({ mentorId }: { mentorId: string }) => sendJson<void>(`${blocksPath}/${mentorId}`, { method: "DELETE" }),
  }),
};
