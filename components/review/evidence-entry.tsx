"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ArchiveEvidence } from "#components/portfolio/archive-evidence.tsx";
import { EarlierVersions } from "#components/portfolio/earlier-versions.tsx";
import { EvidenceForm } from "#components/portfolio/evidence-form.tsx";
import { EvidenceItems } from "#components/review/evidence-items.tsx";
import { kindWords } from "#components/portfolio/kind-words.ts";
import { EvidenceLink } from "#components/portfolio/evidence-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { portfolioMutations, portfolioQueries } from "#lib/portfolio/queries.ts";
import type { EvidenceDto, VersionDto } from "#lib/portfolio/schema.ts";
import type { ReviewSummaryDto } from "#lib/review/schema.ts";
import type { PathStep } from "#lib/guide/path.ts";

interface EntryProps { evidence: EvidenceDto; steps: PathStep[]; reviews: ReviewSummaryDto[] }

/** One evidence: what it says now, the items it is for with their reviews, and what can be done with it. */
export function EvidenceEntry({ evidence, steps, reviews }: EntryProps) {
  const client = useQueryClient();
  // The version that the form was opened with: the cache is read again meanwhile, and a newer one must not be overwritten unseen.
  const [edited, setEdited] = useState<VersionDto | null>(null);
  const [version, ...earlier] = evidence.versions;
  const revise = useMutation(portfolioMutations.revise());
  return (
    <li id={evidence.evidenceId} className="rounded-card border border-line bg-surface p-4.5 sm:p-6">
      <h2 dir="auto" className="font-serif text-heading font-medium wrap-anywhere">{version!.title}</h2>
      <p className="mt-1 text-label text-muted">{kindWords[version!.kind]}, version {version!.number}</p>
      <p className="mt-2"><EvidenceLink url={version!.url} /></p>
      {edited ? (
        <div className="mt-4 border-t border-line pt-4">
          <p className="mb-4 text-note text-muted">Saving makes version {edited.number + 1}. What a mentor has confirmed stays true of the version they saw.</p>
          <EvidenceForm
            version={edited}
            submit="Save as a new version"
            onCancel={() => setEdited(null)}
            onSend={async (content) => {
              await revise.mutateAsync({ evidenceId: evidence.evidenceId, ...content, basedOn: edited.number });
              setEdited(null);
              await client.invalidateQueries({ queryKey: portfolioQueries.all() });
            }}
          />
        </div>
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
