"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { FormMessage, useSubmission } from "#components/ui/form.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { freshUuid } from "#components/ui/fresh-uuid.ts";
import { portfolioQueries } from "#lib/portfolio/queries.ts";
import type { EvidenceDto } from "#lib/portfolio/schema.ts";
import { reviewMutations, reviewQueries } from "#lib/review/queries.ts";

interface AskProps { evidence: EvidenceDto; item: { id: string; title: string; criteria: { id: string; text: string }[] } }

/** Asks mentors to look: says before what is shared, and with whom. */
export function AskForReview({ evidence, item }: AskProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={`Ask for review of ${evidence.versions[0]!.title} for ${item.title}`}>Ask for review</Button>
      <Dialog open={open} onOpenChange={setOpen} title="Ask for review" description={<>A mentor will judge “<bdi>{evidence.versions[0]!.title}</bdi>” for: {item.title}</>}>
        <AskForm evidence={evidence} item={item} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AskForm({ evidence, item, onDone }: AskProps & { onDone: () => void }) {
  const client = useQueryClient();
  // One key for the form as it was opened: asking twice is the same as once.
  const [idempotencyKey] = useState(freshUuid);
  const ask = useMutation(reviewMutations.ask());
  const { busy, onSubmit, errorOf, message } = useSubmission(async (fields) => {
    const input = { evidenceId: evidence.evidenceId, itemId: item.id, question: String(fields.get("question")) };
    const { status } = await ask.mutateAsync({ input, idempotencyKey });
    showToast({ message: status === "unsent" ? "Kept, unsent: five of your reviews are with mentors. Send it from Reviews when one has come back." : "Asked. Mentors see it in their queue now." });
    onDone();
    await Promise.all([client.invalidateQueries({ queryKey: reviewQueries.all() }), client.invalidateQueries({ queryKey: portfolioQueries.all() })]);
  });
  const [version] = evidence.versions;
  return (
    <form onSubmit={onSubmit} noValidate className="mt-4 grid gap-4">
      <div className="rounded-card bg-sunk px-4 py-3 text-note">
        <p className="font-strong">What is shared: version {version!.number}, with its link</p>
        <p className="mt-1 break-all"><bdi dir="ltr">{version!.url}</bdi></p>
        <p className="mt-2 text-muted">While it waits, mentors who could claim it see it; then only the mentor who reviews it, and the admins. After the verdict that mentor keeps the version they judged. Nobody else sees it.</p>
      </div>
      <div>
        <p className="font-strong">It is judged against</p>
        <ul className="mt-1 grid list-[circle] gap-1 pl-5 text-note">{item.criteria.map(({ id, text }) => <li key={id}>{text}</li>)}</ul>
      </div>
      <TextArea label="Question to the mentor (optional)" name="question" rows={3} error={errorOf("question")} />
      <FormMessage message={message} />
      <DialogActions>
        <Button type="submit" variant="primary" busy={busy}>Ask for review</Button>
        <Button variant="quiet" onClick={onDone}>Not now</Button>
      </DialogActions>
    </form>
  );
}
