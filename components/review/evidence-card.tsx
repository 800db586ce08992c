import type { ReactNode } from "react";
import { kindWords } from "#components/portfolio/kind-words.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { VersionDto } from "#lib/portfolio/schema.ts";

/** One version of an evidence: its link, and what it is. What it shows stands beside it (WhatItShows). */
export function EvidenceCard({ version, now, children }: { version: VersionDto; now?: string; children?: ReactNode }) {
  return (
    <div id="evidence" className="rounded-card border border-line bg-surface px-4.5 py-4">
      <p dir="auto" className="mb-1 font-strong wrap-anywhere">
        {version.title}
      </p>
      <EvidenceLink url={version.url} />
      <p className="mt-2 flex flex-wrap gap-x-4.5 gap-y-1 text-label text-muted">
        <span>{kindWords[version.kind]}</span>
        <span>Version {version.number}</span>
        <span>
          Written <RelativeTime at={version.createdAt} now={now} />
        </span>
      </p>
      {children}
    </div>
  );
}

/** Another person's link: its whole address is seen before it is followed, and it learns nothing of where it was followed from. */
export function EvidenceLink({ url, className }: { url: string; className?: string }) {
  const text = url.replace(/^https:\/\//i, "");
  // Parsed on reading too: whatever stands in the row, nothing but the web is ever linked.
  if (!/^https?:\/\//i.test(url)) return <bdi className="break-all">{url}</bdi>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow" className={className ?? linkClasses}>
      <bdi dir="ltr">{text}</bdi>
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}

const linkClasses = "underline decoration-edge underline-offset-3 break-all hover:decoration-current";
