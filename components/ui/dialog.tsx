"use client";

import { lazy, Suspense, useState, type ReactNode, type RefObject } from "react";

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

const DialogPanel = lazy(async () => ({ default: (await import("#components/ui/dialog-panel.tsx")).DialogPanel }));

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
