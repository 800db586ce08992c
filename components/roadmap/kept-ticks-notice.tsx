"use client";

import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { BottomCard } from "#components/roadmap/bottom-card.tsx";
import { keepTicks, keptTicks, subscribeToKept } from "#components/roadmap/kept-store.ts";
import { bringBack, mergeKept, mergeWords, undoMerge, type Merge } from "#components/roadmap/merge-kept.ts";
import { Button } from "#components/ui/button.tsx";
import { detailOf } from "#components/ui/detail-of.ts";
import type { KeptTicks } from "#lib/roadmap/kept-ticks.ts";

type Said =
  | { what: "question" }
  | { what: "added"; merge: Merge }
  | { what: "discarded"; ticks: KeptTicks }
  /** `changed` is how many items were changed again since, and stay. */
  | { what: "taken back"; changed: number }
  | { what: "nothing" };

export type NoticeProps = {
  guide: string;
  account: { userId: string; name: string };
  /** The account's states are others now. */
  onChanged: () => Promise<void>;
  /** The reader has closed it: what had the focus is gone. */
  onClosed?: () => void;
};

const none: KeptTicks = new Map();

/** Asks whether ticks from before the sign-in belong to the account, which it names; nothing is sent before its reader agrees. */
export function KeptTicksNotice({ guide, account, onChanged, onClosed }: NoticeProps) {
  const kept = useSyncExternalStore(subscribeToKept, () => keptTicks(guide), () => none);
  const [first] = useState<Said>(() => ({ what: isPutOff(guide, account.userId) ? "nothing" : "question" }));
  const [said, setSaid] = useState(first);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const card = useRef<HTMLElement>(null);
  // Whoever answered by keyboard goes on in what is said next, not at the top of the page.
  useEffect(() => {
    if (said !== first) card.current?.focus();
  }, [first, said]);

  async function attempt(act: () => Promise<Said>) {
    setBusy(true);
    setProblem("");
    try {
      setSaid(await act());
    } catch (error) {
      setProblem(detailOf(error));
    } finally {
      setBusy(false);
    }
    // Not waited for: who wants to undo at once need not wait for the page to have read the states again.
    await onChanged();
  }

  function close() {
    setSaid({ what: "nothing" });
    onClosed?.();
  }

  function putOff() {
    try {
      sessionStorage.setItem(putOffKey(guide), account.userId);
    } catch {
      // It asks again on the next page; nothing is lost.
    }
    close();
  }

  function discard() {
    keepTicks(guide, none);
    setSaid({ what: "discarded", ticks: kept });
  }

  if (said.what === "nothing" || (said.what === "question" && kept.size === 0)) return null;
  const closeButton = <Button size="small" variant="quiet" onClick={close}>Close</Button>;
  return (
    <BottomCard>
      <section ref={card} tabIndex={-1} aria-label="Ticks kept in this browser" className="outline-none">
        {said.what === "question" ? (
          <Told words={<>This browser has {countWords(kept.size)} from before you signed in. Add {kept.size === 1 ? "it" : "them"} to the account of <bdi className="font-strong">{account.name}</bdi>?</>}>
            <Button size="small" variant="primary" busy={busy} onClick={() => void attempt(async () => ({ what: "added", merge: await mergeKept(guide, account.userId) }))}>
              Add {kept.size === 1 ? "it" : "them"}
            </Button>
            <Button size="small" onClick={putOff}>Not now</Button>
            <Button size="small" variant="quiet" onClick={discard}>Discard {kept.size === 1 ? "it" : "them"}</Button>
          </Told>
        ) : null}
        {said.what === "added" ? (
          <Told words={<>To the account of <bdi className="font-strong">{account.name}</bdi>: {mergeWords(said.merge.merged)}</>}>
            <Button size="small" busy={busy} onClick={() => void attempt(async () => {
              return { what: "taken back", changed: await undoMerge(guide, said.merge) };
            })}>
              Undo
            </Button>
            {closeButton}
          </Told>
        ) : null}
        {said.what === "discarded" ? (
          <Told words={`${countWords(said.ticks.size)} discarded.`}>
            <Button size="small" onClick={() => {
              bringBack(guide, said.ticks);
              setSaid({ what: "question" });
            }}>
              Undo
            </Button>
            {closeButton}
          </Told>
        ) : null}
        {said.what === "taken back" ? <Told words={takenBack(said.changed)}>{closeButton}</Told> : null}
        <p role="alert" className="text-note text-danger not-empty:mt-2">{problem}</p>
      </section>
    </BottomCard>
  );
}

function Told({ words, children }: { words: ReactNode; children: ReactNode }) {
  return (
    <>
      <p role="status">{words}</p>
      <div className="mt-2.5 flex flex-wrap gap-2">{children}</div>
    </>
  );
}

function takenBack(changed: number): string {
  if (changed === 0) return "Taken back: the account and this browser are as they were.";
  return `Taken back, but for ${changed === 1 ? "1 item that was" : `${changed} items that were`} changed again since.`;
}

function countWords(count: number): string {
  return count === 1 ? "1 tick" : `${count} ticks`;
}

function putOffKey(guide: string): string {
  return `cairn.ticks-later.${guide}`;
}

/** "Not now" lasts as long as the tab, for this account alone. */
function isPutOff(guide: string, userId: string): boolean {
  try {
    return sessionStorage.getItem(putOffKey(guide)) === userId;
  } catch {
    return false;
  }
}
