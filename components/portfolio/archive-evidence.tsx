"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { FormMessage } from "#components/ui/form.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ProblemError, unreachable } from "#lib/base/problem.ts";
import { portfolioMutations, portfolioQueries } from "#lib/portfolio/queries.ts";

/** Takes an evidence out of the portfolio, after a question. */
export function ArchiveEvidence({ evidenceId, title }: { evidenceId: string; title: string }) {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const { mutate, isPending, error, reset } = useMutation({
    ...portfolioMutations.archive(),
    onSuccess: async () => {
      setOpen(false);
      showToast({ message: "Archived. What was confirmed of it stays confirmed." });
      await client.invalidateQueries({ queryKey: portfolioQueries.all() });
    },
  });
  const message = error ? (error instanceof ProblemError ? error.problem : unreachable).detail : null;
  return (
    <>
      <Button size="small" variant="quiet" aria-label={`Archive ${title}`} onClick={() => { reset(); setOpen(true); }}>
        Archive
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Archive this evidence?"
        description={<><bdi>{title}</bdi> leaves your portfolio. What mentors have confirmed of it stays true and stays on your roadmap.</>}
      >
        <FormMessage message={message} />
        <DialogActions>
          <Button variant="danger" busy={isPending} onClick={() => mutate({ evidenceId })}>
            Archive
          </Button>
          <Button variant="quiet" onClick={() => setOpen(false)}>
            Keep it
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
