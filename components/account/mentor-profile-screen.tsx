"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { DaysOff } from "#components/account/days-off.tsx";
import { MentorProfileForm, type StepChoice } from "#components/account/mentor-profile-form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { accountQueries } from "#lib/account/queries.ts";

/** What a mentor says of their own work, when they are away, and beside it what they did (`work`). */
export function MentorProfileScreen({ steps, work }: { steps: StepChoice[]; work: ReactNode }) {
  const { data: profile } = useQuery(accountQueries.mentorProfile());
  if (!profile) return null;
  return (
    <div className="mx-auto grid w-full max-w-[70rem] gap-x-14 gap-y-10 px-4.5 py-7 sm:px-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:py-11">
      <div className="min-w-0">
        <PageHeading title="Mentor profile">
          The queue shows your steps first, and what is kept for you is kept by your working days.
        </PageHeading>
        <MentorProfileForm profile={profile} steps={steps} />
        <DaysOff profile={profile} />
      </div>
      <aside aria-label="Your work">{work}</aside>
    </div>
  );
}
