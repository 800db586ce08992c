"use client";

import { lazy, Suspense, type ReactNode } from "react";

interface PanelProps { guide: string; itemIds: readonly string[] }

// Where it cannot be fetched, the guide is read without it.
const ProgressPanel = lazy<(props: PanelProps) => ReactNode>(() => import("#components/roadmap/progress-panel.tsx").then(
  ({ ProgressPanel: panel }) => ({ default: panel }), () => ({ default: () => null })));

/** Comes to life after the page, which weighs less for it. Its room is kept from the start. */
export function GuideProgress(props: PanelProps) {
  return (
    <div className="mt-8 grid min-h-44 grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-x-5 border-y border-line py-4 font-sans noscript:block noscript:min-h-0 sm:min-h-34 print:hidden">
      <noscript className="col-start-2 text-note text-muted">With JavaScript switched on, you can tick items here and see how far you have come.</noscript>
      <Suspense>
        <ProgressPanel {...props} />
      </Suspense>
    </div>
  );
}
