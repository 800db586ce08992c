"use client";

import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { useKeysOn } from "#components/ui/keys-setting.ts";
import { isSearchCall } from "#components/ui/search-call.ts";
import { useEnabled } from "#components/ui/use-awake.ts";

type DialogProps = { slug: string; onClose: () => void };

const SearchDialog = lazy<(props: DialogProps) => ReactNode>(() => import("#components/guide/search-dialog.tsx").then(
  ({ SearchDialog: dialog }) => ({ default: dialog }), () => ({ default: SearchFailed })));

/** Opens the search by its button, "/" or Ctrl-K. All else of it is fetched when it is opened for the first time. Without JavaScript there is nothing to press. */
export function GuideSearch({ slug, className }: { slug: string; className: string }) {
  // A dialog tells that it was closed a moment after it was: a call in between is a new one, which that news must not end.
  const [calls, setCalls] = useState(0);
  const [closed, setClosed] = useState(0);
  const open = () => setCalls((before) => before + 1);
  const button = useRef<HTMLButtonElement>(null);
  const keysOn = useKeysOn();
  const enabled = useEnabled();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Of the two buttons, wide and narrow, only one is shown; a key that came before the page was quite awake is kept for it.
      if (event.defaultPrevented || !button.current?.offsetParent || !isSearchCall(event)) return;
      event.preventDefault();
      open();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return (
    <div className={classes("noscript:hidden", className)}>
      <button
        ref={button}
        type="button"
        data-early=""
        onClick={enabled ? open : undefined}
        aria-keyshortcuts={keysOn ? "/ Control+K" : "Control+K"}
        aria-disabled={!enabled || undefined}
        className="flex min-h-10 w-full items-center justify-between gap-3 rounded-control border border-line-strong bg-surface px-3.5 font-sans text-note text-muted hover:text-ink"
      >
        Search the guide
        {keysOn ? <kbd className="rounded border border-line px-1.5 font-sans text-label pointer-coarse:hidden" aria-hidden="true">/</kbd> : null}
      </button>
      {calls > closed ? (
        <Suspense fallback={null}>
          <SearchDialog key={calls} slug={slug} onClose={() => setClosed(calls)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function SearchFailed() {
  return <p role="alert" className="mt-1.5 font-sans text-note text-danger">The search could not be loaded. Please load the page again.</p>;
}
