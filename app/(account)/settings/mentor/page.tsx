import type { Metadata } from "next";
import { MentorProfileScreen } from "#components/account/mentor-profile-screen.tsx";
import { MyWork } from "#components/review/my-work.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { accountQueries } from "#lib/account/queries.ts";
import { mentorProfile } from "#lib/account/views.ts";
import { listGuides } from "#lib/guide/guide.ts";
import { myWork } from "#lib/review/views.ts";

export const metadata: Metadata = {
  title: "Mentor profile", description: "What you review, how much at a time, and when you are there.", robots: { index: false },
};

export default async function MentorProfilePage() {
  const path = "/settings/mentor";
  const [profile, work] = await Promise.all([loadView(mentorProfile, {}, { path }), loadView(myWork, {}, { path })]);
  const steps = listGuides().flatMap((guide) => guide.steps.map(({ id, number, title }) => ({ id, label: `${number}. ${title}` })));
  return (
    <Hydrate data={[[accountQueries.mentorProfile().queryKey, profile]]}>
      <MentorProfileScreen steps={steps} work={<MyWork work={work} />} />
    </Hydrate>
  );
}
