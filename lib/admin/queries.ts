import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "#lib/base/api.ts";
import type { AdminReviewsDto } from "#lib/admin/schema.ts";
import type { ActedDto } from "#lib/review/schema.ts";

export const adminQueries = {
  all: () => ["admin"] as const,
  reviews: () => queryOptions({
    queryKey: [...adminQueries.all(), "reviews"],
    queryFn: ({ signal }) => getJson<AdminReviewsDto>("/api/v1/admin/reviews", signal),
    refetchInterval: 30_000,
  }),
};

/** Each carries the key that its dialog was opened with: sending it twice is the same as once. */
function act<Input extends { reviewId: string }>(segment: "reassign" | "close") {
  return mutationOptions({
    mutationKey: ["admin", segment],
    mutationFn: ({ idempotencyKey, input: { reviewId, ...body } }: { idempotencyKey: string; input: Input }) =>
      sendJson<ActedDto>(`/api/v1/review/reviews/${reviewId}/${segment}`, { method: "POST", body, idempotencyKey }),
  });
}

export const adminMutations = {
  reassign: () => act<{ reviewId: string; mentorId: string; reason: string }>("reassign"),
  close: () => act<{ reviewId: string; reason: string }>("close"),
};
