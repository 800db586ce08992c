"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "#components/ui/button.tsx";
import { detailOf } from "#components/ui/detail-of.ts";
import { Notice } from "#components/ui/notice.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { reviewMutations, reviewQueries } from "#lib/review/queries.ts";
import type { ReviewDto } from "#lib/review/schema.ts";

/** The learner has written on: the holder may go on with that, or judge what they have. `onTaken` gives the focus a place when this goes. */
export function ScreenNewVersion({ review, onTaken }: { review: ReviewDto; onTaken: () => void }) {
  const { reviewId, newerVersion, version, lease } = review;
  const client = useQueryClient();
  const take = useMutation({
    ...reviewMutations.takeNewVersion(),
    onError: (error) => void showToast({ message: detailOf(error), tone: "problem" }),
    onSuccess: () => {
      showToast({ message: "The newest version is shown. Your marks are kept; those of the version before are flagged." });
      onTaken();
    },
    onSettled: async () => await client.invalidateQueries({ queryKey: reviewQueries.all() }),
  });
  const leaseId = lease?.leaseId ?? null;
  return (
    <div role="status">
      {newerVersion && leaseId !== null ? (
        <Notice tone="turn" className="mt-5" title="There is a newer version">
          <p className="mt-0.5">
            The learner has written it since you claimed this. A verdict now is on version {version.number}. If you take the new one, your marks are kept,
            and flagged until you have looked again.
          </p>
          <Button className="mt-3" busy={take.isPending} onClick={() => take.mutate({ reviewId, leaseId })}>
            Take new version
          </Button>
        </Notice>
      ) : null}
    </div>
  );
}
