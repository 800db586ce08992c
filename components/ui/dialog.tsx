"use client";

import { lazy, Suspense, useEffect, useState, type ReactNode, type RefObject } from "react";
import { showToast } from "#components/ui/toast-store.ts";

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One or two sentences under the title, read out with it. */
  description?: ReactNode;
  /** What gets the focus first; otherwise the first control. */
  initialFocus?: RefObject<HTMLElement | null>;
  children: ReactNode;
};

const DialogPanel = lazy<(props: DialogProps) => ReactNode>(() => import("#components/ui/dialog-panel.tsx").then(
  ({ DialogPanel: panel }) => ({ default: panel }), () => ({ default: DialogMissing })));

/** Without a connection, or after a new release, it cannot be fetched: the page and what was typed on it stay. */
function DialogMissing({ open, onOpenChange }: DialogProps) {
  useEffect(() => {
    if (!open) return;
    onOpenChange(false);
    showToast({ tone: "problem", message: "This could not be opened. Please reload the page when you are connected; copy what you have typed before." });
  }, [open, onOpenChange]);
  return null;
}

/** A modal question. Its machinery is fetched when it is opened for the first time. */
export function Dialog(props: DialogProps) {
  // Once fetched it stays mounted, so that closing can give the focus back to what opened it.
  const [wanted, setWanted] = useState(props.open);
  if (props.open && !wanted) setWanted(true);
  return wanted ? (
    <Suspense fallback={null}>
      <DialogPanel {...props} />
    </Suspense>
  ) : null;
}

/** The row of buttons at a dialog's foot: the act first, the way out after it. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-6 flex flex-wrap gap-2.5">{children}</div>;
}
