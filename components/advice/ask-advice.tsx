"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { EvidenceLink } from "#components/portfolio/evidence-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { FormMessage, useSubmission } from "#components/ui/form.tsx";
import { freshUuid } from "#components/ui/fresh-uuid.ts";
import { useKeptFields } from "#components/ui/kept-fields.ts";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { adviceMutations, adviceQueries } from "#lib/advice/queries.ts";
import type { EvidenceDto } from "#lib/portfolio/schema.ts";

/** Asks mentors about an unfinished piece: says before what is shared, and with whom. */
export function AskAdvice({ evidence, item }: { evidence: EvidenceDto; item: { id: string; title: string } }) {
  const router = useRouter();
  const client = useQueryClient();
  // One key for the form as it was opened: asking twice is the same as once.
  const [idempotencyKey] = useState(freshUuid);
  const ask = useMutation(adviceMutations.ask());
  const { form, onInput, forget } = useKeptFields(`advice.${evidence.evidenceId}.${item.id}`);
  const { busy, onSubmit, errorOf, message } = useSubmission(async (fields) => {
    const question = String(fields.get("question")).replaceAll("\r\n", "\n");
    const input = { evidenceId: evidence.evidenceId, itemId: item.id, question, underAlias: fields.get("underAlias") === "on" };
    const { adviceId } = await ask.mutateAsync({ input, idempotencyKey });
    forget();
    await client.invalidateQueries({ queryKey: adviceQueries.all() });
    router.push(`/advice/${adviceId}`);
  });
  const [version] = evidence.versions;
  return (
    <div className="mx-auto max-w-[44rem] px-4.5 py-7 sm:px-8 lg:py-11">
      <PageHeading title="Ask for advice">
        For work that is not finished. A mentor who picks this up answers you in messages; there is no verdict, and it leaves no mark.
      </PageHeading>
      <form ref={form} onInput={onInput} onSubmit={onSubmit} noValidate className="grid gap-5">
        <div className="rounded-card bg-sunk px-4.5 py-4 text-note">
          <p className="font-strong wrap-anywhere"><bdi>{version!.title}</bdi></p>
          <p className="mt-1"><EvidenceLink url={version!.url} /></p>
          <p className="mt-1 text-muted">For: {item.title}</p>
          <p className="mt-3">
            What is shared: its newest version, for as long as this is open. Until somebody picks it up, every mentor whom you have not blocked sees it; then that mentor alone,
            who keeps the version of the day on which you close it.
          </p>
        </div>
        <TextArea label="Your question" name="question" dir="auto" rows={5} hint="Where are you stuck, and what have you tried?" error={errorOf("question")} />
        <Checkbox label="Go by a generated name" name="underAlias" hint="Mentors see a generated name instead of yours. The link above may still show who you are." />
        <FormMessage message={message} />
        <div className="flex flex-wrap gap-2.5">
          <Button type="submit" variant="primary" busy={busy}>Ask for advice</Button>
          <ButtonLink href="/portfolio" variant="quiet">Not now</ButtonLink>
        </div>
      </form>
    </div>
  );
}
