"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRef, useState } from "react";
import { AddEvidence, newEvidence } from "#components/portfolio/add-evidence.tsx";
import { EvidenceEntry } from "#components/review/evidence-entry.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useKeptWords } from "#components/ui/kept-words.ts";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { portfolioQueries } from "#lib/portfolio/queries.ts";
import { reviewQueries } from "#lib/review/queries.ts";
import type { PathStep } from "#lib/guide/path.ts";

/** `forItem`: the item that the person came from; its form is open and its box ticked. */
export function PortfolioScreen({ steps, forItem }: { steps: PathStep[]; forItem: string | null }) {
  const { data: portfolio } = useQuery(portfolioQueries.mine());
  const { data: mine } = useQuery(reviewQueries.mine());
  // Shut by the button that opened it, the form keeps what was typed; cancelled or saved, it is gone.
  const [form, setForm] = useState<"open" | "shut" | "gone">(forItem === null ? "gone" : "open");
  const adding = form === "open";
  const opener = useRef<HTMLButtonElement>(null);
  const isBegun = useKeptWords(newEvidence).text !== "";
  const evidences = portfolio?.evidences ?? [];
  const close = () => {
    setForm("gone");
    opener.current?.focus();
  };
  return (
    <div className="mx-auto max-w-[52rem] px-4.5 py-7 sm:px-8 lg:py-11">
      <PageHeading title="Portfolio" actions={<Button ref={opener} variant="primary" aria-expanded={adding} onClick={() => setForm(adding ? "shut" : "open")}>Add evidence</Button>}>
        Links to your work, with what each one shows. Only you see them, until you ask for a review or for <Link href="/advice" className="underline underline-offset-3">advice</Link>.
      </PageHeading>
      {isBegun && !adding ? (
        <Notice className="mb-8 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p>Evidence that you began is kept in this tab.</p>
          <Button size="small" onClick={() => setForm("open")}>Go on with it</Button>
        </Notice>
      ) : null}
      {form === "gone" ? null : <div hidden={!adding}><AddEvidence steps={steps} chosen={forItem ? [forItem] : []} onDone={close} /></div>}
      {evidences.length === 0 && !adding ? (
        <EmptyState title="Nothing here yet">Add the first piece of work: a repository, a notebook, an article, a talk. Then ask a mentor to review it for an item of the roadmap.</EmptyState>
      ) : null}
      <ul className="grid gap-5">
        {evidences.map((evidence) => (
          <EvidenceEntry key={evidence.evidenceId} evidence={evidence} steps={steps} reviews={mine?.reviews.filter(({ evidenceId }) => evidenceId === evidence.evidenceId) ?? []} />
        ))}
      </ul>
    </div>
  );
}
