"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { BlockDialog } from "#components/review/block-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { detailOf } from "#components/ui/detail-of.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { reviewMutations, reviewQueries } from "#lib/review/queries.ts";
import type { ReviewDto } from "#lib/review/schema.ts";

type OwnMentor = ReviewDto["mentors"][number];

/** The mentors who have held a review, for its learner: each can be blocked. */
export function OwnMentors({ reviewId, mentors }: { reviewId: string; mentors: readonly OwnMentor[] }) {
  if (mentors.length === 0) return null;
  return (
    <section aria-labelledby="mentors">
      <h2 id="mentors" className="mb-2 font-strong">Mentors</h2>
      <ul className="border-t border-line">
        {mentors.map((mentor) => (
          <li key={mentor.mentorId} className="flex flex-wrap items-center justify-between gap-2 border-b border-line py-2">
            <bdi className="min-w-0 wrap-anywhere">{mentor.mentorName}</bdi>
            {mentor.blocked ? <Unblock mentor={mentor} /> : <Block reviewId={reviewId} mentor={mentor} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Block({ reviewId, mentor: { mentorId, mentorName } }: { reviewId: string; mentor: OwnMentor }) {
  const client = useQueryClient();
  const block = useMutation({
    ...reviewMutations.block(),
    onSuccess: () => void showToast({ message: `${mentorName} is blocked and sees none of your reviews any more.` }),
    onError: (error) => void showToast({ tone: "problem", message: detailOf(error) }),
    onSettled: async () => await client.invalidateQueries({ queryKey: reviewQueries.all() }),
  });
  return <BlockDialog mentorName={mentorName} busy={block.isPending} onBlock={() => block.mutateAsync({ reviewId, mentorId })} />;
}

/** Takes a block back. */
export function Unblock({ mentor }: { mentor: Pick<OwnMentor, "mentorId" | "mentorName"> }) {
  const client = useQueryClient();
  const unblock = useMutation({
    ...reviewMutations.unblock(),
    onSuccess: () => void showToast({ message: `${mentor.mentorName} can see your reviews again.` }),
    onError: (error) => void showToast({ tone: "problem", message: detailOf(error) }),
    onSettled: async () => await client.invalidateQueries({ queryKey: reviewQueries.all() }),
  });
  return (
    <span className="flex items-center gap-2 text-note text-muted">
      Blocked
      <Button size="small" busy={unblock.isPending} onClick={() => unblock.mutate({ mentorId: mentor.mentorId })} aria-label={`Unblock ${mentor.mentorName}`}>Unblock</Button>
    </span>
  );
}
