"use client";

import { PageError, type PageErrorProps } from "#components/shell/page-error.tsx";

/** A page failed; the header and the navigation around it stay. */
export default function FailedPage(props: PageErrorProps) {
  return <PageError {...props} />;
}
