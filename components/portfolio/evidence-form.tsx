"use client";

import type { ReactNode } from "react";
import { kindWords } from "#components/portfolio/kind-words.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { FormMessage, useSubmission } from "#components/ui/form.tsx";
import { useKeptFields } from "#components/ui/kept-fields.ts";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { EvidenceKind, VersionDto } from "#lib/portfolio/schema.ts";

const kinds = Object.entries(kindWords).map(([value, label]) => ({ value, label }));

export interface EvidenceContent { kind: EvidenceKind; url: string; title: string; shows: string }

interface EvidenceFormProps {
  /** Under this name what was typed is kept for the tab, until it is sent or cancelled. */
  keptAs: string;
  /** What the fields begin with; absent for a new evidence. */
  version?: VersionDto;
  submit: string;
  /** Throws ProblemError when it is refused; then everything stays as it was typed. */
  onSend: (content: EvidenceContent, fields: FormData) => Promise<void>;
  /** What is done once it is kept. */
  onSent: () => Promise<void>;
  onCancel: () => void;
  children?: ReactNode;
}

/** The four things an evidence says. The fields are uncontrolled and unlimited: what was pasted is never cut. */
export function EvidenceForm({ keptAs, version, submit, onSend, onSent, onCancel, children }: EvidenceFormProps) {
  const { form, onInput, forget } = useKeptFields(keptAs);
  const { busy, onSubmit, errorOf, message } = useSubmission(async (fields) => {
    const [kind, url, title, shows] = ["kind", "url", "title", "shows"].map((name) => String(fields.get(name))) as [EvidenceKind, string, string, string];
    // Spaces around a line came with its copy; and browsers send line breaks as two characters, which are kept as one.
    await onSend({ kind, url: url.trim(), title: title.trim(), shows: shows.replaceAll("\r\n", "\n") }, fields);
    forget();
    await onSent();
  });
  return (
    <form ref={form} onInput={onInput} onSubmit={onSubmit} noValidate className="grid gap-4.5">
      <div className="grid gap-4.5 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <Select label="Kind" name="kind" options={kinds} defaultValue={version?.kind ?? "repository"} error={errorOf("kind")} />
        <TextField label="Link" name="url" inputMode="url" autoCapitalize="none" spellCheck={false} placeholder="https://" defaultValue={version?.url} error={errorOf("url")} />
      </div>
      <TextField label="Title" name="title" dir="auto" defaultValue={version?.title} error={errorOf("title")} />
      <TextArea label="What it shows" name="shows" dir="auto" hint="What you did, what came out, and where a mentor should look first." defaultValue={version?.shows} error={errorOf("shows")} />
      {children}
      <FormMessage message={message} />
      <div className="flex flex-wrap gap-2.5">
        <Button type="submit" variant="primary" busy={busy}>{submit}</Button>
        <Button
          variant="quiet"
          onClick={() => {
            forget();
            onCancel();
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  );
}
