"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import { keysAreOn, setKeysOn, useKeysOn } from "#components/review/keys-setting.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";

const keys = [
  ["j", "Next review"],
  ["k", "Previous review"],
  ["Enter", "Open the review"],
  ["e", "Open its evidence in a new tab"],
  ["c", "Claim it"],
  ["?", "Show these keys"],
] as const;

/** The keys of the queue: they move the real focus from row to row, so that whatever reads the page follows. */
export function QueueKeys({ table }: { table: RefObject<HTMLTableElement | null> }) {
  const [open, setOpen] = useState(false);
  const on = useKeysOn();
  const last = useRef(0);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isMeantForOthers(event) || !keysAreOn()) return;
      if (event.key === "?") setOpen(true);
      else if (!act(event.key, table.current, last)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [table]);
  return (
    <>
      <Button size="small" variant="quiet" className="max-md:hidden pointer-coarse:hidden" onClick={() => setOpen(true)}>
        Keys
        <kbd aria-hidden="true" className={keyClasses}>?</kbd>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Keys of the queue">
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-2.5">
          {keys.map(([key, deed]) => (
            <div key={key} className="contents">
              <dt><kbd className={keyClasses}>{key}</kbd></dt>
              <dd>{deed}</dd>
            </div>
          ))}
        </dl>
        <label className="mt-5 flex items-center gap-2.5 border-t border-line pt-4">
          <input type="checkbox" checked={on} onChange={(event) => setKeysOn(event.target.checked)} className="size-4 accent-lichen" />
          Use these keys in this browser
        </label>
      </Dialog>
    </>
  );
}

const keyClasses = "inline-block min-w-6 rounded border border-edge bg-surface px-1.5 text-center font-sans text-label text-muted";

/** Typing, a menu or dialog in front, and the browser's own shortcuts are not ours to take. */
function isMeantForOthers(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  if (document.querySelector("[role=dialog], [popover]:popover-open")) return true;
  return event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** Does what a key stands for; false when it stands for nothing here. */
function act(key: string, table: HTMLTableElement | null, last: { current: number }): boolean {
  const rows = [...(table?.querySelectorAll<HTMLElement>("[data-review]") ?? [])];
  const current = rows.findIndex((row) => row.contains(document.activeElement));
  if (current >= 0) last.current = current;
  if (key === "j" || key === "k") {
    // Where a row has left the queue under the focus, the next one has taken its place.
    const next = current >= 0 ? current + (key === "j" ? 1 : -1) : last.current;
    const row = rows[Math.max(0, Math.min(rows.length - 1, next))];
    row?.querySelector<HTMLElement>("[data-open]")?.focus();
    row?.scrollIntoView({ block: "nearest" });
    return true;
  }
  const wanted = key === "c" ? "[data-claim]" : key === "e" ? "[data-evidence] a" : null;
  if (wanted === null || current < 0) return false;
  rows[current]!.querySelector<HTMLElement>(wanted)?.click();
  return true;
}
