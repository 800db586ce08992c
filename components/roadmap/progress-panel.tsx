"use client";

import { lazy, Suspense, useContext, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { BottomCard, BottomCards } from "#components/roadmap/bottom-card.tsx";
import { Cairn } from "#components/roadmap/cairn.tsx";
import type { NoticeProps } from "#components/roadmap/kept-ticks-notice.tsx";
import { keptTicks, subscribeToKept } from "#components/roadmap/kept-store.ts";
import { dismissProblem, followAccount, followBrowser, reloadAccount } from "#components/roadmap/follow-progress.ts";
import { useOwnProgress, type OwnProgress } from "#components/roadmap/own-progress.ts";
import { ReaderContext } from "#components/roadmap/reader.ts";
import { Button } from "#components/ui/button.tsx";
import { countsOf } from "#lib/roadmap/standing.ts";

// Where it cannot be fetched, the ticks stay in the browser, and the next page asks.
const KeptTicksNotice = lazy<(props: NoticeProps) => ReactNode>(() => import("#components/roadmap/kept-ticks-notice.tsx").then(
  ({ KeptTicksNotice: notice }) => ({ default: notice }), () => ({ default: () => null })));

/** How far the reader has come by their own account, above a guide's roadmap. Its room is kept until it is known. */
export function ProgressPanel({ guide, itemIds }: { guide: string; itemIds: readonly string[] }) {
  const account = useContext(ReaderContext);
  const progress = useOwnProgress();
  const reader = account && account.userId;
  useEffect(() => {
    if (reader === undefined) return;
    return reader === null ? followBrowser(guide) : followAccount(guide, reader);
  }, [guide, reader]);
  // The shell has asked again, and it is the same reader: they have been away, and may have ticked items elsewhere.
  const before = useRef(account);
  useEffect(() => {
    if (account && account !== before.current && account.userId === before.current?.userId) void reloadAccount();
    before.current = account;
  }, [account]);
  const hasKept = useSyncExternalStore(subscribeToKept, () => keptTicks(guide).size > 0, () => false);
  // It stays when the ticks are gone, to say what became of them.
  const [offered, setOffered] = useState(false);
  if (account && hasKept && !offered) setOffered(true);
  // Where a keyboard goes on after a card below is closed.
  const panel = useRef<HTMLDivElement>(null);
  const goOn = () => panel.current?.focus({ preventScroll: true });
  const counts = countsOf(itemIds, progress);
  return (
    <>
      <Cairn done={counts.done} confirmed={counts.confirmed} className="w-22" />
      <div ref={panel} tabIndex={-1}>
        <p role="status" className="text-item">{progress.whose === "nobody" ? null : words(progress, counts)}</p>
        {progress.whose === "nobody" ? null : <p className="mt-1 text-note text-muted">Tick what you can do; a mentor confirms it on evidence.</p>}
      </div>
      <BottomCards>
        <div role="alert" className="contents">
          {progress.problem ? (
            <BottomCard>
              <p className="text-danger">{progress.problem}</p>
              <Button size="small" className="mt-2" onClick={() => {
                dismissProblem();
                goOn();
              }}>
                Close
              </Button>
            </BottomCard>
          ) : null}
        </div>
        {account && offered ? (
          <Suspense>
            <KeptTicksNotice key={account.userId} guide={guide} account={account} onChanged={reloadAccount} onClosed={goOn} />
          </Suspense>
        ) : null}
      </BottomCards>
    </>
  );
}

function words({ whose }: OwnProgress, { done, counted, confirmed }: ReturnType<typeof countsOf>): string {
  const own = counted === 0 ? "Everything is skipped, by your own account" : `${done} of ${counted} done, by your own account`;
  if (whose === "browser") return `${own}, kept in this browser`;
  return confirmed > 0 ? `${own}; ${confirmed} confirmed by mentors` : own;
}
