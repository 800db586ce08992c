"use client";

import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { createPortal } from "react-dom";
import { Found } from "#components/guide/search-found.tsx";
import { loadSearch, type Search } from "#components/guide/search-index.ts";
import { setKeysOn, useKeysOn } from "#components/ui/keys-setting.ts";
import { queryLength, type Finding } from "#lib/guide/search-entry.ts";

const shownAtMost = 20;
const repeatedAtMost = 40;

/** A combobox over the guide: everything happens in the browser once the index is there. */
export function SearchDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Words that are selected with the mouse may end beyond the dialog, which must not close it.
  const pressed = useRef<EventTarget>(null);
  const listId = useId();
  const [search, setSearch] = useState<Search | "failed" | null>(null);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const keysOn = useKeysOn();
  useEffect(() => {
    dialog.current?.showModal();
    loadSearch(slug).then((loaded) => setSearch(() => loaded), () => setSearch("failed"));
  }, [slug]);

  const findings = typeof search === "function" ? search(query) : [];
  const shown = findings.slice(0, shownAtMost);

  function go({ href }: Finding) {
    dialog.current?.close();
    // By the browser itself: it opens what folds the place, which the router would not.
    location.assign(href);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length > 0) {
      event.preventDefault();
      setAt((at + step + shown.length) % shown.length);
    }
    // The Enter that ends the writing of a character chooses nothing.
    if (event.key === "Enter" && !event.nativeEvent.isComposing && shown[at]) {
      event.preventDefault();
      go(shown[at]);
    }
  }

  // Outside the contents that it was opened from: these are hidden when the window grows narrow, and an open dialog must not go with them.
  return createPortal(
    <dialog
      ref={dialog}
      aria-label="Search the guide"
      onClose={onClose}
      onPointerDown={(event) => (pressed.current = event.target)}
      onClick={({ target }) => target === dialog.current && pressed.current === target && dialog.current?.close()}
      className="mx-auto mt-[8vh] mb-auto w-[min(42rem,calc(100vw-1.5rem))] overflow-hidden rounded-card border border-line bg-surface p-0 font-sans text-ink shadow-2xl backdrop:bg-veil"
    >
      <div className="flex items-center gap-2 border-b border-line p-3">
        <input
          type="text"
          role="combobox"
          aria-label="Search the guide"
          aria-expanded={shown.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={shown[at] ? `${listId}-${at}` : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={queryLength}
          placeholder="A word or two"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="min-h-11 w-full min-w-0 rounded-control border border-line-strong bg-paper px-3.5"
        />
        <button type="button" onClick={() => dialog.current?.close()} className="min-h-11 rounded-control px-3 text-note text-muted hover:bg-sunk hover:text-ink">
          Close
        </button>
      </div>
      <p role="status" className="px-4 py-2.5 text-note text-muted">{said({ search, query, count: findings.length })}</p>
      <ul id={listId} role="listbox" aria-label="What was found" hidden={shown.length === 0} className="max-h-[60vh] overflow-y-auto border-t border-line">
        {shown.map((finding, index) => (
          <Found key={finding.id} id={`${listId}-${index}`} finding={finding} chosen={index === at} onChoose={() => go(finding)} />
        ))}
      </ul>
      <label className="flex items-center gap-2.5 border-t border-line px-4 py-2.5 text-note text-muted pointer-coarse:hidden">
        <input type="checkbox" checked={keysOn} onChange={(event) => setKeysOn(event.target.checked)} className="size-4 accent-lichen" />
        Single keys, such as / for this search, work in this browser
      </label>
    </dialog>,
    document.body,
  );
}

function said({ search, query, count }: { search: Search | "failed" | null; query: string; count: number }): string {
  if (search === "failed") return "The search could not be loaded. Please check your connection, close this and try again.";
  if (search === null) return "Loading the search …";
  if (query.trim() === "") return "Sections, items of the roadmap, resources and terms. Arrow keys choose, Enter opens.";
  if (count === 0) return `Nothing was found for “${shorten(query.trim())}”. A shorter or a plainer word may help.`;
  return count > shownAtMost ? `${count} found, the best ${shownAtMost} are shown.` : `${count} found.`;
}

function shorten(words: string): string {
  return words.length > repeatedAtMost ? `${words.slice(0, repeatedAtMost)}…` : words;
}
