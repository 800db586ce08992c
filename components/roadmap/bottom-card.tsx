import type { ReactNode } from "react";

/** Where cards stand that are seen wherever the reader is on the page, one above the other; they lie over the page's end, so that nothing moves. */
export function BottomCards({ children }: { children: ReactNode }) {
  return <div className="pointer-events-none fixed inset-x-0 bottom-0 z-50 grid gap-2 p-4 print:hidden">{children}</div>;
}

export function BottomCard({ children }: { children: ReactNode }) {
  return (
    <div className="pointer-events-auto max-w-[27rem] rounded-card border border-edge bg-surface px-4 py-3 font-sans text-body shadow-lg">
      {children}
    </div>
  );
}
