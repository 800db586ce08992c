"use client";

import { useQuery } from "@tanstack/react-query";
import { Unblock } from "#components/review/own-mentors.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { reviewQueries } from "#lib/review/queries.ts";

/** Whom the learner has blocked; nothing where that is nobody. */
export function BlockedMentors() {
  const { data } = useQuery(reviewQueries.blocks());
  if (!data || data.blocks.length === 0) return null;
  return (
    <section aria-labelledby="blocked">
      <h2 id="blocked" className="mb-2 font-strong">Mentors you have blocked</h2>
      <ul className="border-t border-line">
        {data.blocks.map((block) => (
          <li key={block.mentorId} className="flex flex-wrap items-center justify-between gap-2 border-b border-line py-2.5">
            <span className="min-w-0 wrap-anywhere"><bdi>{block.mentorName}</bdi> <span className="text-note text-muted">blocked <RelativeTime at={block.since} /></span></span>
            <Unblock mentor={block} />
          </li>
        ))}
      </ul>
    </section>
  );
}
