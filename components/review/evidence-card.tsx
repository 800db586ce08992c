import type { ReactNode } from "react";
import { EvidenceLink } from "#components/portfolio/evidence-link.tsx";
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
