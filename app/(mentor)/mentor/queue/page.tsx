import type { Metadata } from "next";
import { QueueScreen } from "#components/review/queue-screen.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { reviewQueries } from "#lib/review/queries.ts";
import { stepIn } from "#lib/review/step-filter.ts";
import { reviewQueue, reviewWaitingTime } from "#lib/review/views.ts";

export const metadata: Metadata = {
  title: "Queue",
  description: "Evidence that waits for a mentor's review, oldest first.",
  alternates: { canonical: "/mentor/queue" },
  robots: { index: false },
};

export default async function QueuePage({ searchParams }: { searchParams: Promise<{ step?: string | string[] }> }) {
  const step = stepIn((await searchParams).step);
  const path = step === null ? "/mentor/queue" : `/mentor/queue?step=${step}`;
  const [first, time] = await Promise.all([
    loadView(reviewQueue, step === null ? {} : { step }, { path }), loadView(reviewWaitingTime, {}, { path }),
  ]);
  return (
    <Hydrate data={[[reviewQueries.queue(step).queryKey, { pages: [first], pageParams: [""] }], [reviewQueries.waitingTime().queryKey, time]]}>
      <QueueScreen />
    </Hydrate>
  );
}
