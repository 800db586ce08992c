"use client";

import { useQuery } from "@tanstack/react-query";
import { PathAside } from "#components/review/path-aside.tsx";
import { PathStepLine } from "#components/review/path-step.tsx";
import { useAnchor } from "#components/roadmap/use-anchor.ts";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { portfolioQueries } from "#lib/portfolio/queries.ts";
import { reviewQueries } from "#lib/review/queries.ts";
import { currentStep, type Path } from "#lib/guide/path.ts";
import { progressOf } from "#lib/roadmap/progress.ts";
import { roadmapQueries } from "#lib/roadmap/queries.ts";

/** The path down the page, with what the learner says of each item beside what mentors have confirmed. */
export function PathScreen({ path }: { path: Path }) {
  const { data: roadmap } = useQuery(roadmapQueries.mine(path.slug));
  const { data: mine } = useQuery(reviewQueries.mine());
  const { data: portfolio } = useQuery(portfolioQueries.mine());
  const anchor = useAnchor();
  const states = new Map(roadmap?.states.map(({ itemId, state }) => [itemId, state]));
  const confirmed = new Set(roadmap?.confirmations.map(({ itemId }) => itemId));
  const shown = new Set(portfolio?.evidences.flatMap(({ itemIds }) => itemIds));
  const progress = progressOf(path.steps.flatMap((step) => step.items), states, confirmed);
  const current = currentStep(path.steps, (itemId) => ["done", "skipped"].includes(states.get(itemId) ?? "todo"));
  const lastChange = roadmap?.states.map(({ changedAt }) => changedAt).sort().at(-1);
  return (
    <div className="mx-auto grid max-w-[70rem] gap-x-18 gap-y-6 px-4.5 py-7 sm:px-8 lg:grid-cols-[minmax(0,1fr)_17.5rem] lg:py-11">
      <section className="max-lg:order-2">
        <PageHeading title={path.title}>
          {progress.hoursLeft > 0 ? `About ${progress.hoursLeft.toLocaleString("en", { maximumSignificantDigits: 2 })} hours left by your own account.` : "Nothing left by your own account."}
          {lastChange ? <> Last change <RelativeTime at={lastChange} />.</> : null}
        </PageHeading>
        <ol className="relative before:absolute before:top-5 before:bottom-10 before:left-[1.0625rem] before:w-0.5 before:bg-line">
          {path.steps.map((step) => (
            <PathStepLine
              key={step.id}
              guide={path.slug}
              step={step}
              current={step === current}
              anchor={anchor}
              states={roadmap?.states ?? []}
              confirmations={roadmap?.confirmations ?? []}
              reviews={mine?.reviews ?? []}
              evidences={portfolio?.evidences ?? []}
            />
          ))}
        </ol>
        {roadmap && roadmap.removed.length > 0 ? <Removed items={roadmap.removed} /> : null}
      </section>
      <PathAside path={path} progress={progress} standing={{ states, confirmed, shown, reviews: mine?.reviews ?? [] }} />
    </div>
  );
}

/** What stands on record for items that the guide has dropped. */
function Removed({ items }: { items: { itemId: string; title: string }[] }) {
  return (
    <section aria-labelledby="removed" className="mt-8 pl-14.5">
      <h2 id="removed" className="font-serif text-heading">No longer in the guide</h2>
      <p className="text-note text-muted">These items were removed. What you did and what was confirmed stays on your record.</p>
      <ul className="mt-2 list-disc pl-5">{items.map(({ itemId, title }) => <li key={itemId}>{title}</li>)}</ul>
    </section>
  );
}
