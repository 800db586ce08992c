"use client";

import { useQuery } from "@tanstack/react-query";
import { AnsweredReviews } from "#components/admin/answered-reviews.tsx";
import { MentorsTable } from "#components/admin/mentors-table.tsx";
import { AdminPlaces } from "#components/admin/places.tsx";
import { WaitingTable } from "#components/admin/waiting-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { adminQueries } from "#lib/admin/queries.ts";

/** What waits longest for mentors, and what each mentor has: where an admin sees who needs help. */
export function ReviewsScreen() {
  const { data } = useQuery(adminQueries.reviews());
  if (!data) return null;
  const { waiting, more, mentors } = data;
  return (
    <div className="mx-auto w-full max-w-[82rem] px-4 py-8 sm:px-8 sm:py-10">
      <AdminPlaces at="/admin/reviews" />
      <PageHeading title="Reviews that wait">
        What has been the mentors’ turn for the longest. Evidence, and whose it is, is for its mentor; here stands what you need to step in.
      </PageHeading>
      {waiting.length === 0 ? (
        <EmptyState title="Nothing waits for a mentor">Every open review is its learner’s turn. This page reads itself anew twice a minute.</EmptyState>
      ) : (
        <WaitingTable rows={waiting} mentors={mentors} />
      )}
      {more ? <p className="mt-3 text-note text-muted">These are the {waiting.length} that have waited longest; more wait.</p> : null}
      <h2 className="mt-12 font-serif text-heading font-medium">Mentors</h2>
      {mentors.length === 0 ? <p className="mt-2 text-muted">Nobody is a mentor yet. The operator makes one of somebody who has signed up: npm run grant -- EMAIL mentor</p> : <MentorsTable mentors={mentors} />}
      <AnsweredReviews mentors={mentors} />
    </div>
  );
}
