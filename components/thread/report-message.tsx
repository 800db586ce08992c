"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { FormMessage, useSubmission } from "#components/ui/form.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { threadMutations, threadQueries } from "#lib/thread/queries.ts";

interface ReportProps { messageId: string; who: string; open: boolean; onClose: () => void }

/** Shows a message to the admins, with a reason. Whoever wrote it is not told. */
export function ReportMessage({ messageId, who, open, onClose }: ReportProps) {
  return (
    <Dialog
      open={open} onOpenChange={(next) => { if (!next) onClose(); }} title="Report this message?"
      description={<>The admins see the words of <bdi>{who}</bdi> as they stand now, your reason and your name. Whoever wrote them is not told.</>}
    >
      {open ? <ReportForm messageId={messageId} onClose={onClose} /> : null}
    </Dialog>
  );
}

function ReportForm({ messageId, onClose }: { messageId: string; onClose: () => void }) {
  const client = useQueryClient();
  const report = useMutation(threadMutations.report());
  const { busy, onSubmit, errorOf, message } = useSubmission(async (fields) => {
    await report.mutateAsync({ messageId, reason: String(fields.get("reason")).replaceAll("\r\n", "\n") });
    onClose();
    showToast({ message: "Reported. The admins see it now." });
    await client.invalidateQueries({ queryKey: threadQueries.all() });
  });
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-4">
      <TextArea label="Reason" name="reason" dir="auto" rows={3} error={errorOf("reason")} />
      <FormMessage message={message} />
      <DialogActions>
        <Button type="submit" variant="danger" busy={busy}>Report</Button>
        <Button variant="quiet" onClick={onClose}>Leave it</Button>
      </DialogActions>
    </form>
  );
}
