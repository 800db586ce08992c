"use client";

import { PageError, type PageErrorProps } from "#components/shell/page-error.tsx";

/** A layout failed, or a public page, where a copy of this inside the header would only add weight: this brings a main of its own. */
export default function LayoutError(props: PageErrorProps) {
  return (
    <main id="main" tabIndex={-1} className="flex grow flex-col">
      <PageError {...props} />
    </main>
  );
}
