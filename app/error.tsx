"use client";

import { PageError, type PageErrorProps } from "#components/shell/page-error.tsx";

/** A layout failed, with its header and its main: this brings a main of its own. */
export default function LayoutError(props: PageErrorProps) {
  return (
    <main id="main" tabIndex={-1} className="flex grow flex-col">
      <PageError {...props} />
    </main>
  );
}
