"use client";

import { useDeferredValue, useId, useRef, useState, type FormEvent, type ReactNode } from "react";
import { MessageBody } from "#components/thread/message-body.tsx";
import { useKeptWords } from "#components/ui/kept-words.ts";
import { Button } from "#components/ui/button.tsx";
import { problemIn } from "#components/ui/detail-of.ts";
import { FormMessage } from "#components/ui/form.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { Problem } from "#lib/base/problem.ts";

interface ComposerProps {
  /** Under this name what was typed is kept until it is sent. */
  name: string;
  label: ReactNode;
  /** The page shows it already: the label is there for a screen reader alone. */
  hideLabel?: boolean;
  hint?: ReactNode;
  initially?: string;
  send: string;
  /** Throws ProblemError when it is refused; then the words stay. */
  onSend: (text: string, idempotencyKey: string) => Promise<void>;
  onCancel?: () => void;
  rows?: number;
  autoFocus?: boolean;
  /** Said beside the buttons. */
  children?: ReactNode;
}

/** Words in Markdown, with a preview. What was typed stays until it has arrived, over a reload too. */
export function Composer({ name, label, hideLabel, hint, initially = "", send, onSend, onCancel, rows = 3, autoFocus, children }: ComposerProps) {
  const { text, keep, keyFor, forget } = useKeptWords(name, initially);
  const [previewing, setPreviewing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const field = useRef<HTMLFormElement>(null);
  const underWay = useRef(false);
  const previewId = useId();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await onSend(text, keyFor(text));
      forget(text);
      setPreviewing(false);
    } catch (error) {
      setProblem(problemIn(error));
      field.current?.querySelector("textarea")?.focus();
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  }

  const wrong = problem?.errors?.find((error) => error.field === "text")?.message ?? null;
  return (
    <form ref={field} onSubmit={(event) => void submit(event)} noValidate className="grid gap-3">
      <TextArea
        label={label} hideLabel={hideLabel ?? false} hint={hint} name="text" dir="auto" rows={rows} value={text} onChange={(event) => keep(event.target.value)} error={wrong}
        // Opened by the person who is about to type here.
        autoFocus={autoFocus}
      />
      {previewing ? <Preview id={previewId} text={text} /> : null}
      <FormMessage message={problem && !wrong ? problem.detail : null} />
      <div className="flex flex-wrap items-center gap-2.5">
        <Button type="submit" variant="primary" size="small" busy={busy}>{send}</Button>
        {onCancel ? <Button variant="quiet" size="small" onClick={() => { forget(); onCancel(); }}>Leave it</Button> : null}
        <Button variant="quiet" size="small" aria-expanded={previewing} aria-controls={previewId} onClick={() => setPreviewing(!previewing)}>Preview</Button>
        {children}
      </div>
    </form>
  );
}

function Preview({ id, text }: { id: string; text: string }) {
  // Typing goes first: the preview follows when there is time.
  const shown = useDeferredValue(text);
  return (
    <section id={id} aria-label="Preview" className="rounded-card border border-dashed border-line-strong px-4 py-3">
      {shown.trim() === "" ? <p className="text-note text-muted">What you write is shown here as others will see it.</p> : <MessageBody text={shown} />}
    </section>
  );
}
