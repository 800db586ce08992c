"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { DialogProps } from "#components/ui/dialog.tsx";

/** Base UI's dialog in our clothes. The provider keeps it from writing style elements, which the content policy forbids. */
export function DialogPanel({ open, onOpenChange, title, description, initialFocus, children }: DialogProps) {
  return (
    <CSPProvider disableStyleElements>
      <BaseDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
        <BaseDialog.Portal>
          <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
          <BaseDialog.Popup
            {...(initialFocus ? { initialFocus } : {})}
            className="fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-card border border-line bg-surface p-6 shadow-2xl"
          >
            <BaseDialog.Title className="pr-10 font-serif text-heading font-medium">{title}</BaseDialog.Title>
            {description ? <BaseDialog.Description className="mt-1 text-muted">{description}</BaseDialog.Description> : null}
            <div className="mt-5">{children}</div>
            {/* Last in order, so that the first control of the question gets the focus, and not the way out. */}
            <BaseDialog.Close
              aria-label="Close"
              className="absolute top-4 right-4 grid size-9 place-items-center rounded-control text-muted hover:bg-sunk hover:text-ink pointer-coarse:size-11"
            >
              <X className="size-5" aria-hidden="true" />
            </BaseDialog.Close>
          </BaseDialog.Popup>
        </BaseDialog.Portal>
      </BaseDialog.Root>
    </CSPProvider>
  );
}
