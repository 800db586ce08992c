"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { openChanges, validVerdict } from "#components/review/valid-verdict.ts";
import { Button } from "#components/ui/button.tsx";
import { FormMessage, useSubmission } from "#components/ui/form.tsx";
import { forgetWords, useKeptWords } from "#components/ui/kept-words.ts";
import { TextArea } from "#components/ui/text-area.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { reviewMutations, reviewQueries } from "#lib/review/queries.ts";
import type { ReviewDto } from "#lib/review/schema.ts";

/** What was asked, each with a field for its answer; a new version is optional. */
export function LearnerAnswers({ review }: { review: ReviewDto }) {
  const client = useQueryClient();
  const resubmit = useMutation(reviewMutations.resubmit());
  const open = openChanges(review);
  const summary = validVerdict(review)?.summary;
  const questions = review.turn.reason === "information";
  const { busy, onSubmit, errorOf, message } = useSubmission(async (fields) => {
    const answers = open.map(({ changeId }, index) => ({ changeId, answer: String(fields.get(`answers.${index}.answer`)).replaceAll("\r\n", "\n") }));
    await resubmit.mutateAsync({ reviewId: review.reviewId, answers });
    for (const { changeId } of open) forgetWords(nameOf(changeId));
    showToast({ message: "Sent back. It keeps its place in the queue." });
    await client.invalidateQueries({ queryKey: reviewQueries.all() });
  });
  return (
    <section aria-labelledby="answers" className="mb-7 rounded-card bg-signal-soft px-4.5 py-4">
      <h2 id="answers" className="font-strong text-signal-ink">{questions ? "What your mentor asks" : "What your mentor asks you to change"}</h2>
      {summary ? <p dir="auto" className="mt-1 wrap-anywhere whitespace-pre-wrap">{summary}</p> : null}
      <form onSubmit={onSubmit} noValidate className="mt-3 grid gap-4">
        {open.map(({ changeId, text }, index) => (
          <Answer key={changeId} changeId={changeId} name={`answers.${index}.answer`} label={<bdi className="whitespace-pre-wrap">{index + 1}. {text}</bdi>}
            hint={questions ? undefined : "What you changed and where, or why you did not."} error={errorOf(`answers.${index}.answer`)} />
        ))}
        <p className="text-note">
          {review.newerVersion ? "Your newest version goes with your answers." : <>Changed the work? <Link href={`/portfolio#${review.evidenceId}`} className="underline underline-offset-3">Make a new version first</Link>; without one, your answers are enough.</>}
        </p>
        <FormMessage message={message} />
        <div><Button type="submit" variant="primary" busy={busy}>Resubmit</Button></div>
      </form>
    </section>
  );
}

/** What was typed is kept for the tab: to make a new version first, the page has to be left. */
function Answer({ changeId, ...field }: { changeId: string; name: string; label: ReactNode; hint: string | undefined; error: string | null }) {
  const { text, keep } = useKeptWords(nameOf(changeId));
  return <TextArea {...field} rows={2} dir="auto" value={text} onChange={(event) => keep(event.target.value)} />;
}

function nameOf(changeId: string): string {
  return `answer.${changeId}`;
}
