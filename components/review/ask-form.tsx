"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AskProps } from "#components/review/ask-for-review.tsx";
import { useIsFull } from "#components/review/use-is-full.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { CheckboxGroup } from "#components/ui/checkbox-group.tsx";
import { DialogActions } from "#components/ui/dialog.tsx";
import { FormMessage, useSubmission } from "#components/ui/form.tsx";
import { freshUuid } from "#components/ui/fresh-uuid.ts";
import { useKeptWords } from "#components/ui/kept-words.ts";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { portfolioQueries } from "#lib/portfolio/queries.ts";
import { MOST_WITH_MENTORS } from "#lib/review/limits.ts";
import { reviewMutations, reviewQueries } from "#lib/review/queries.ts";

/** `met` are the criteria that the learner has ticked. */
interface FilledIn { question: string; underAlias: boolean; met: readonly string[] }

const nothing: FilledIn = { question: "", underAlias: false, met: [] };

/** What is shared and under which name, the learner's own check of the criteria, and a question. */
export function AskForm({ evidence, item, onDone }: AskProps & { onDone: () => void }) {
  const client = useQueryClient();
  // One key for the form as it was opened: asking twice is the same as once.
  const [idempotencyKey] = useState(freshUuid);
  // What was filled in is still there when the form was closed and is opened again, also after a reload.
  const kept = useKeptWords(`ask.${evidence.evidenceId}.${item.id}`);
  const { question, underAlias, met } = parse(kept.text);
  const isFull = useIsFull();
  const ask = useMutation(reviewMutations.ask());
  const { busy, onSubmit, errorOf, message } = useSubmission(async () => {
    // Without a tick nothing is said, which is not the same as that nothing is met.
    const selfCheck = met.length === 0 ? [] : item.criteria.map(({ id }) => ({ criterionId: id, met: met.includes(id) }));
    const input = { evidenceId: evidence.evidenceId, itemId: item.id, question: question.replaceAll("\r\n", "\n"), selfCheck, underAlias };
    const { status } = await ask.mutateAsync({ input, idempotencyKey });
    showToast({ message: status === "unsent" ? "Kept, unsent: five of your reviews are with mentors. Send it from Reviews when one has come back." : "Asked. Mentors see it in their queue now." });
    kept.forget();
    onDone();
    await Promise.all([client.invalidateQueries({ queryKey: reviewQueries.all() }), client.invalidateQueries({ queryKey: portfolioQueries.all() })]);
  });
  return (
    <form onSubmit={onSubmit} noValidate onChange={({ currentTarget }) => kept.keep(JSON.stringify(read(new FormData(currentTarget))))} className="mt-4 grid gap-5">
      {isFull ? <Notice tone="turn">{MOST_WITH_MENTORS} of your reviews are with mentors, as many as can be. This one is kept here, unsent, until one of them has come back.</Notice> : null}
      <Shared version={evidence.versions[0]!} underAlias={underAlias} />
      <Checkbox
        label="Go by a generated name" hint="Mentors see a name made for this review alone. Admins see your own."
        name="underAlias" defaultChecked={underAlias}
      />
      <CheckboxGroup
        legend="It is judged against" hint="Tick what you think it meets (optional). The mentor sees your ticks; they decide nothing."
        name="selfCheck" options={item.criteria.map(({ id, text }) => ({ value: id, label: text }))} chosen={met} error={errorOf("selfCheck")}
      />
      <TextArea label="Question to the mentor (optional)" name="question" rows={3} dir="auto" defaultValue={question} error={errorOf("question")} />
      <FormMessage message={message} />
      <DialogActions>
        <Button type="submit" variant="primary" busy={busy}>Ask for review</Button>
        <Button variant="quiet" onClick={onDone}>Not now</Button>
      </DialogActions>
    </form>
  );
}

function read(fields: FormData): FilledIn {
  return { question: String(fields.get("question") ?? ""), underAlias: fields.has("underAlias"), met: fields.getAll("selfCheck").map(String) };
}

/** What was kept in this tab; what does not fit is left out. */
function parse(text: string): FilledIn {
  if (text === "") return nothing;
  try {
    const { question, underAlias, met } = JSON.parse(text) as Partial<Record<keyof FilledIn, unknown>>;
    return {
      question: typeof question === "string" ? question : "", underAlias: underAlias === true,
      met: Array.isArray(met) ? met.filter((id) => typeof id === "string") : [],
    };
  } catch {
    return nothing;
  }
}

function Shared({ version, underAlias }: { version: AskProps["evidence"]["versions"][number]; underAlias: boolean }) {
  return (
    <div className="rounded-card bg-sunk px-4 py-3 text-note">
      <p className="font-strong">What is shared: version {version.number}, with its link</p>
      <p className="mt-1 break-all"><bdi dir="ltr">{version.url}</bdi></p>
      {underAlias ? <p role="status" className="mt-1 font-strong text-signal-ink">This may show who you are, as may what you wrote about it.</p> : null}
      <p className="mt-2 text-muted">While it waits, mentors who could claim it see it; then only the mentor who reviews it, and the admins. After the verdict that mentor keeps the version they judged. Nobody else sees it.</p>
    </div>
  );
}
