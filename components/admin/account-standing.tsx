"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { detailOf } from "#components/ui/detail-of.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { PersonDto } from "#lib/account/schema.ts";
import { adminMutations, adminQueries } from "#lib/admin/queries.ts";

type Who = Pick<PersonDto, "userId" | "name">;

/** What both acts do after they are done or refused. */
function useAfter(done: string) {
  const client = useQueryClient();
  return {
    onSuccess: () => void showToast({ message: done }),
    onError: (error: Error) => void showToast({ tone: "problem", message: detailOf(error) }),
    onSettled: async () => await client.invalidateQueries({ queryKey: adminQueries.all() }),
  };
}

/** Shuts somebody out, after saying what that means. */
export function Disable({ person: { userId, name } }: { person: Who }) {
  const [open, setOpen] = useState(false);
  const disable = useMutation({ ...adminMutations.disable(), ...useAfter(`${name} is signed out and cannot sign in any more.`) });
  return (
    <>
      <Button size="small" variant="quiet" onClick={() => setOpen(true)} aria-label={`Disable the account of ${name}`}>Disable</Button>
      <Dialog open={open} onOpenChange={setOpen} title={`Disable the account of ${name}?`}
        description="They are signed out at once. Reviews that they hold or that are kept for them go back to the queue, at their places; their own open reviews are hidden. Nothing is deleted, and you can enable the account again.">
        <DialogActions>
          <Button variant="danger" busy={disable.isPending} onClick={() => disable.mutate({ userId }, { onSuccess: () => setOpen(false) })}>Disable</Button>
          <Button onClick={() => setOpen(false)}>Leave it</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

/** Lets somebody in again. */
export function Enable({ person: { userId, name }, disabledAt }: { person: Who; disabledAt: string }) {
  const enable = useMutation({ ...adminMutations.enable(), ...useAfter(`${name} can sign in again.`) });
  return (
    <span className="flex flex-wrap items-center gap-2.5 text-note text-muted">
      <span>Disabled <RelativeTime at={disabledAt} /></span>
      <Button size="small" busy={enable.isPending} onClick={() => enable.mutate({ userId })} aria-label={`Enable the account of ${name}`}>Enable</Button>
    </span>
  );
}
