"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { FormMessage, useSubmission } from "#components/ui/form.tsx";
import { freshUuid } from "#components/ui/fresh-uuid.ts";
import { TextArea } from "#components/ui/text-area.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { adminQueries } from "#lib/admin/queries.ts";

type ErrorOf = (name: string) => string | null;

interface StepInProps {
  /** What the button says, and over which review to a screen reader. */
  verb: string;
  /** What the dialog's own button says, where the verb alone would be what closes the dialog too. */
  submit?: string;
  itemTitle: string;
  /** What tells this review from another of the same item. */
  about: ReactNode;
  title: string;
  description: string;
  danger?: boolean;
  /** What is said when it is done. */
  done: string;
  reasonHint: string;
  /** Throws ProblemError when it is refused; then everything stays as it was typed. */
  onSend: (fields: FormData, idempotencyKey: string) => Promise<void>;
  /** Fields before the reason. */
  children?: (errorOf: ErrorOf) => ReactNode;
}

/** An act of an admin on a review of others: a button, and a dialog that asks for the reason. */
export function StepIn(props: StepInProps) {
  const { verb, itemTitle, about, title, description } = props;
  const [key, setKey] = useState<string | null>(null);
  return (
    <>
      <Button size="small" variant={props.danger ? "quiet" : "default"} aria-label={`${verb}: ${itemTitle}`} onClick={() => setKey(freshUuid())}>{verb}</Button>
      <Dialog open={key !== null} onOpenChange={(open) => { if (!open) setKey(null); }} title={title} description={<><span className="text-ink">{itemTitle}</span>, {about}. {description}</>}>
        {key === null ? null : <StepInForm {...props} idempotencyKey={key} onClose={() => setKey(null)} />}
      </Dialog>
    </>
  );
}

function StepInForm({ verb, submit, danger, done, reasonHint, onSend, children, idempotencyKey, onClose }: StepInProps & { idempotencyKey: string; onClose: () => void }) {
  const client = useQueryClient();
  const { busy, onSubmit, errorOf, message } = useSubmission(async (fields) => {
    await onSend(fields, idempotencyKey).finally(() => void client.invalidateQueries({ queryKey: adminQueries.all() }));
    onClose();
    showToast({ message: done });
  });
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-4.5">
      {children?.(errorOf)}
      <TextArea label="Reason" name="reason" dir="auto" rows={3} hint={reasonHint} error={errorOf("reason")} />
      <FormMessage message={message} />
      <DialogActions>
        <Button type="submit" variant={danger ? "danger" : "primary"} busy={busy}>{submit ?? verb}</Button>
        <Button variant="quiet" onClick={onClose}>Leave it</Button>
      </DialogActions>
    </form>
  );
}

/** What was typed as the reason; browsers send line breaks as two characters, and they are kept as one. */
export function reasonOf(fields: FormData): string {
  return String(fields.get("reason")).replaceAll("\r\n", "\n");
}
