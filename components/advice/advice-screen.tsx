"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { Standing } from "#components/advice/my-advice.tsx";
import { BlockDialog } from "#components/review/block-dialog.tsx";
import { EvidenceLink } from "#components/portfolio/evidence-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { detailOf } from "#components/ui/detail-of.ts";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { adviceMutations, adviceQueries } from "#lib/advice/queries.ts";
import type { AdviceDto } from "#lib/advice/schema.ts";

/** One advice: the piece, the question, and as `children` its messages for those who have a part in them. */
export function AdviceScreen({ adviceId, children }: { adviceId: string; children: ReactNode }) {
  const { data: advice } = useQuery({ ...adviceQueries.one(adviceId), refetchInterval: ({ state }) => (state.error ? false : 30_000), retry: false });
  if (!advice) return null;
  const { as, version } = advice;
  const list = as === "learner" ? "/advice" : "/mentor/advice";
  return (
    <div className="mx-auto max-w-[46rem] px-4.5 py-7 sm:px-8 lg:py-11">
      <PageHeading overline={<Link href={list} className="underline decoration-line-strong underline-offset-3">Advice</Link>} title={advice.itemTitle}>
        <Standing advice={advice} /> <span className="text-note">{as === "mentor" ? <>asked by <bdi>{advice.learnerName}</bdi> </> : "asked "}<RelativeTime at={advice.askedAt} /></span>
        {advice.alias ? <span className="text-note">. Mentors know you here as <bdi>{advice.alias}</bdi></span> : null}
      </PageHeading>
      <div className="rounded-card border border-line bg-surface px-4.5 py-4">
        <p dir="auto" className="mb-1 font-strong wrap-anywhere">{version.title}</p>
        <EvidenceLink url={version.url} />
        <p dir="auto" className="mt-3 wrap-anywhere whitespace-pre-wrap">{version.shows}</p>
        <p className="mt-3 text-label text-muted">Version {version.number}, written <RelativeTime at={version.createdAt} />{advice.closedAt ? "" : "; the newest is always shown"}</p>
      </div>
      <h2 className="mt-7 mb-2 font-strong">The question</h2>
      <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">{advice.question}</p>
      <Acts advice={advice} />
      {advice.inThread ? children : null}
    </div>
  );
}

function Acts({ advice: { adviceId, mentorName, pickUps, can } }: { advice: AdviceDto }) {
  const client = useQueryClient();
  const after = {
    onError: (error: Error) => void showToast({ tone: "problem", message: detailOf(error) }),
    onSettled: () => client.invalidateQueries({ queryKey: adviceQueries.all() }),
  };
  const [pickUp, letGo] = [useMutation({ ...adviceMutations.pickUp(), ...after }), useMutation({ ...adviceMutations.letGo(), ...after })];
  const [close, block] = [useMutation({ ...adviceMutations.close(), ...after }), useMutation({ ...adviceMutations.block(), ...after })];
  if (can.length === 0) return null;
  return (
    <div className="mt-5 flex flex-wrap gap-2.5">
      {can.includes("pickUp") ? <Button variant="primary" busy={pickUp.isPending} onClick={() => pickUp.mutate(adviceId)}>Pick up</Button> : null}
      {can.includes("letGo") ? <Button busy={letGo.isPending} onClick={() => letGo.mutate(adviceId)}>Give it back</Button> : null}
      {can.includes("close") ? <Button busy={close.isPending} onClick={() => close.mutate(adviceId)}>Close it</Button> : null}
      {can.includes("block") ? <BlockDialog mentorName={mentorName ?? "the mentor who had it"} busy={block.isPending} onBlock={() => block.mutateAsync({ adviceId, pickUps })} /> : null}
    </div>
  );
}
