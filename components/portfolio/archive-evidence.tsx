"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { detailOf } from "#components/ui/detail-of.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { FormMessage } from "#components/ui/form.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { portfolioMutations, portfolioQueries } from "#lib/portfolio/queries.ts";

/** Takes an evidence out of the portfolio, after a question. */
export function ArchiveEvidence({ evidenceId, title }: { evidenceId: string; title: string }) {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const { mutate, isPending } = useMutation({
    ...portfolioMutations.archive(),
    onMutate: () => setProblem(null),
    onError: (error) => setProblem(detailOf(error)),
    onSuccess: async () => {
      setOpen(false);
      showToast({ message: "Archived. What was confirmed of it stays confirmed." });
      await client.invalidateQueries({ queryKey: portfolioQueries.all() });
    },
  });
  return (
    <>
      <Button size="small" variant="quiet" aria-label={`Archive ${title}`} onClick={() => { setProblem(null); setOpen(true); }}>
        Archive
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Archive this evidence?"
        description={<><bdi>{title}</bdi> leaves your portfolio. What mentors have confirmed of it stays true and stays on your roadmap; a question about it to mentors is closed.</>}
      >
        <FormMessage message={problem} />
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
