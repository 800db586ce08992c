"use client";

import { useState } from "react";
import { ArchiveEvidence } from "#components/portfolio/archive-evidence.tsx";
import { EarlierVersions } from "#components/portfolio/earlier-versions.tsx";
import { EvidenceItems } from "#components/review/evidence-items.tsx";
import { kindWords } from "#components/portfolio/kind-words.ts";
import { EvidenceLink } from "#components/portfolio/evidence-link.tsx";
import { ReviseEvidence } from "#components/portfolio/revise-evidence.tsx";
import { Button } from "#components/ui/button.tsx";
import type { EvidenceDto, VersionDto } from "#lib/portfolio/schema.ts";
import type { ReviewSummaryDto } from "#lib/review/schema.ts";
import type { PathStep } from "#lib/guide/path.ts";

interface EntryProps { evidence: EvidenceDto; steps: PathStep[]; reviews: ReviewSummaryDto[] }

/** One evidence: what it says now, the items it is for with their reviews, and what can be done with it. */
export function EvidenceEntry({ evidence, steps, reviews }: EntryProps) {
  // The version that the form was opened with: the cache is read again meanwhile, and a newer one must not be overwritten unseen.
  const [edited, setEdited] = useState<VersionDto | null>(null);
  const [version, ...earlier] = evidence.versions;
  return (
    <li id={evidence.evidenceId} className="rounded-card border border-line bg-surface p-4.5 sm:p-6">
      <h2 dir="auto" className="font-serif text-heading font-medium wrap-anywhere">{version!.title}</h2>
      <p className="mt-1 text-label text-muted">{kindWords[version!.kind]}, version {version!.number}</p>
      <p className="mt-2"><EvidenceLink url={version!.url} /></p>
      {edited ? (
        <ReviseEvidence evidenceId={evidence.evidenceId} edited={edited} newest={version!} onDone={() => setEdited(null)} />
      ) : <p dir="auto" className="mt-3 max-w-[62ch] wrap-anywhere whitespace-pre-wrap">{version!.shows}</p>}
      <EvidenceItems evidence={evidence} steps={steps} reviews={reviews} />
      <EarlierVersions versions={earlier} />
      {edited ? null : (
        <div className="mt-4 flex flex-wrap gap-2.5">
          <Button size="small" onClick={() => setEdited(version!)} aria-label={`Edit ${version!.title}`}>Edit</Button>
          <ArchiveEvidence evidenceId={evidence.evidenceId} title={version!.title} />
        </div>
      )}
    </li>
  );
}
