"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";

/** Asks before a mentor is blocked, and says what follows. `onBlock` rejects when it could not be done; the dialog stays open then. */
export function BlockDialog({ mentorName, busy, onBlock }: { mentorName: string; busy: boolean; onBlock: () => Promise<unknown> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="quiet" onClick={() => setOpen(true)} aria-label={`Block ${mentorName}`}>Block</Button>
      <Dialog open={open} onOpenChange={setOpen} title={`Block ${mentorName}?`}
        description="They no longer see any of your reviews, evidence or words. What they hold of yours goes back to the queue at its place. What they confirmed stays confirmed. They are not told, and you can take it back at any time.">
        <DialogActions>
          <Button variant="danger" busy={busy} onClick={() => void onBlock().then(() => setOpen(false), () => undefined)}>Block</Button>
          <Button onClick={() => setOpen(false)}>Not now</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
