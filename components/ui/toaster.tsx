"use client";

import { X } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";
import { closeToast, currentToasts, subscribeToToasts, type Toast } from "#components/ui/toast-store.ts";

const none: readonly Toast[] = [];
const shownFor = 10_000;

/** Where toasts appear. Both regions are in the page from the start: a live region that arrives with its text is not read out. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts, () => none);
  const problems = toasts.filter((toast) => toast.tone === "problem");
  const plain = toasts.filter((toast) => toast.tone === "plain");
  return (
    // Beneath a dialog, whose buttons it would cover.
    <div className="pointer-events-none fixed inset-x-0 bottom-0 z-45 grid justify-items-center gap-2 p-4 print:hidden">
      <div role="alert" className="contents">
        {problems.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </div>
      <div role="status" className="contents">
        {plain.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </div>
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  // Someone who points at it or has moved into it is not done with it.
  const [held, setHeld] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  // Whoever used it by keyboard goes on where they were when it came.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const self = card.current;
    return () => {
      if (self?.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    if (held || toast.tone === "problem") return;
    const timer = setTimeout(() => closeToast(toast.id), shownFor);
    return () => clearTimeout(timer);
  }, [held, toast]);
  return (
    <div
      ref={card}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-[34rem] items-center gap-3 rounded-card border border-edge bg-surface py-2 pr-2 pl-4 shadow-lg"
    >
      <p className={toast.tone === "problem" ? "text-danger" : undefined}>{toast.message}</p>
      {toast.action ? (
        <Button
          size="small"
          onClick={() => {
            toast.action?.run();
            closeToast(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      ) : null}
      <Button size="small" variant="quiet" aria-label="Close this message" onClick={() => closeToast(toast.id)}>
        <X className="size-4" aria-hidden="true" />
      </Button>
    </div>
  );
}
