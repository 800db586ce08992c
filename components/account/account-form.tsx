import type { ReactNode } from "react";
import { PageHeading } from "#components/ui/page-heading.tsx";

/** The page of one short form, with the way to the other one under it. */
export function AccountForm({ title, lede, children, other }: { title: string; lede: ReactNode; children: ReactNode; other: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-[26rem] px-4 py-12 sm:py-20">
      <PageHeading title={title} className="mb-7">
        {lede}
      </PageHeading>
      {children}
      <p className="mt-7 border-t border-line pt-5 text-muted">{other}</p>
    </div>
  );
}
