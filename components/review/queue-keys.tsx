"use client";

import { useRef, useState, type RefObject } from "react";
import { setKeysOn, useKeysOn } from "#components/ui/keys-setting.ts";
import { useLetterKeys } from "#components/review/letter-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Key } from "#components/ui/key.tsx";

const keys = [
  ["t", "Take the next one"],
  ["j", "Next review"],
  ["k", "Previous review"],
  ["p", "Preview it here"],
  ["Enter", "Open the review"],
  ["e", "Open its evidence in a new tab"],
  ["c", "Claim it"],
  ["?", "Show these keys"],
] as const;

/** The keys of the queue: they move the real focus from row to row, so that whatever reads the page follows. */
export function QueueKeys({ page }: { page: RefObject<HTMLElement | null> }) {
  const [open, setOpen] = useState(false);
  const on = useKeysOn();
  const last = useRef(0);
  useLetterKeys((key) => {
    if (key === "?") setOpen(true);
    return key === "?" || act(key, page.current, last);
  });
  return (
    <>
      <Button size="small" variant="quiet" className="max-md:hidden pointer-coarse:hidden" onClick={() => setOpen(true)}>
        Keys
        <Key>?</Key>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Keys of the queue">
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-2.5">
          {keys.map(([key, deed]) => (
            <div key={key} className="contents">
              <dt><Key spoken>{key}</Key></dt>
              <dd>{deed}</dd>
            </div>
          ))}
        </dl>
        <label className="mt-5 flex items-center gap-2.5 border-t border-line pt-4">
          <input type="checkbox" checked={on} onChange={(event) => setKeysOn(event.target.checked)} className="size-4 accent-lichen" />
          Single keys work in this browser, these and / for the search of the guide
        </label>
      </Dialog>
    </>
  );
}

const ofRow: Record<string, string> = { c: "[data-claim]", e: "[data-evidence] a", p: "[data-preview]" };

/** Does what a key stands for; false when it stands for nothing here. */
function act(key: string, page: HTMLElement | null, last: { current: number }): boolean {
  const rows = [...(page?.querySelectorAll<HTMLElement>("[data-review]") ?? [])];
  const current = rows.findIndex((row) => row.contains(document.activeElement));
  if (current >= 0) last.current = current;
  if (key === "j" || key === "k") {
    // Where a row has left the queue under the focus, the next one has taken its place.
    const next = current >= 0 ? current + (key === "j" ? 1 : -1) : last.current;
    last.current = Math.max(0, Math.min(rows.length - 1, next));
    const row = rows[last.current];
    row?.querySelector<HTMLElement>("[data-open], [data-preview]")?.focus();
    row?.scrollIntoView({ block: "nearest" });
    return true;
  }
  const wanted = ofRow[key];
  return wanted !== undefined && current >= 0 && click(rows[current]!.querySelector(wanted));
}

function click(target: Element | null | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  target.click();
  return true;
}
