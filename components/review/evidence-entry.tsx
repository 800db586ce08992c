"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { EarlierVersions } from "#components/portfolio/earlier-versions.tsx";
import { EvidenceForm } from "#components/portfolio/evidence-form.tsx";
import { EvidenceItems } from "#components/review/evidence-items.tsx";
import { kindWords } from "#components/portfolio/kind-words.ts";
import { EvidenceLink } from "#components/portfolio/evidence-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ProblemError, unreachable } from "#lib/base/problem.ts";
import { portfolioMutations, portfolioQueries } from "#lib/portfolio/queries.ts";
import type { EvidenceDto } from "#lib/portfolio/schema.ts";
import type { ReviewSummaryDto } from "#lib/review/schema.ts";
import type { PathStep } from "#lib/guide/path.ts";

interface EntryProps { evidence: EvidenceDto; steps: PathStep[]; reviews: ReviewSummaryDto[] }

/** One evidence: what it says now, the items it is for with their reviews, and what can be done with it. */
export function EvidenceEntry({ evidence, steps, reviews }: EntryProps) {
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [version, ...earlier] = evidence.versions;
  const revise = useMutation(portfolioMutations.revise());
  const archive = useMutation({
    ...portfolioMutations.archive(),
    onSuccess: () => void showToast({ message: "Archived. What was confirmed of it stays true." }),
    onError: (error) => void showToast({ tone: "problem", message: error instanceof ProblemError ? error.problem.detail : unreachable.detail }),
    onSettled: async () => await client.invalidateQueries({ queryKey: portfolioQueries.all() }),
  });
  return (
    <li id={evidence.evidenceId} className="rounded-card border border-line bg-surface p-4.5 sm:p-6">
      <h2 dir="auto" className="font-serif text-heading font-medium wrap-anywhere">{version!.title}</h2>
      <p className="mt-1 text-label text-muted">{kindWords[version!.kind]}, version {version!.number}</p>
      <p className="mt-2"><EvidenceLink url={version!.url} /></p>
      {editing ? (
        <div className="mt-4 border-t border-line pt-4">
          <p className="mb-4 text-note text-muted">Saving makes version {version!.number + 1}. What a mentor has confirmed stays true of the version they saw.</p>
          <EvidenceForm
            version={version!}
            submit="Save as a new version"
            onCancel={() => setEditing(false)}
            onSend={async (content) => {
              await revise.mutateAsync({ evidenceId: evidence.evidenceId, ...content, basedOn: version!.number });
              setEditing(false);
              await client.invalidateQueries({ queryKey: portfolioQueries.all() });
            }}
          />
        </div>
      ) : <p dir="auto" className="mt-3 max-w-[62ch] wrap-anywhere whitespace-pre-wrap">{version!.shows}</p>}
      <EvidenceItems evidence={evidence} steps={steps} reviews={reviews} />
      <EarlierVersions versions={earlier} />
      {editing ? null : (
        <div className="mt-4 flex flex-wrap gap-2.5">
          <Button size="small" onClick={() => setEditing(true)} aria-label={`Edit ${version!.title}`}>Edit</Button>
          <Button size="small" variant="quiet" busy={archive.isPending} onClick={() => archive.mutate({ evidenceId: evidence.evidenceId })} aria-label={`Archive ${version!.title}`}>Archive</Button>
        </div>
      )}
    </li>
  );
}
