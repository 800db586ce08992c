import { useEffect, useRef } from "react";
import { fold, joined, type Finding } from "#lib/guide/search-entry.ts";

const kinds = { section: "Section", step: "Step", item: "Roadmap item", resource: "Resource", term: "Term" } as const;
const excerptLength = 140;

/** One thing that was found, with the words that matched marked. */
export function Found({ id, finding, chosen, onChoose }: { id: string; finding: Finding; chosen: boolean; onChoose: () => void }) {
  const self = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) self.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const { kind, title, within, text, words } = finding;
  return (
    // The keyboard is the input's: a listbox's options are chosen from there.
    <li ref={self} id={id} role="option" aria-selected={chosen} onClick={onChoose} className="cursor-pointer border-b border-line px-4 py-2.5 last:border-0 hover:bg-sunk aria-selected:bg-lichen-soft">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-strong"><Marked text={title} words={words} /></span>
        <span className="text-label text-muted">{[kinds[kind], within].filter(Boolean).join(" in ")}</span>
      </p>
      <p className="text-note text-muted"><Marked text={excerpt(text, words)} words={words} /></p>
    </li>
  );
}

function Marked({ text, words }: { text: string; words: ReadonlySet<string> }) {
  return splitWords(text).map((part, index) =>
    isFound(part, words) ? <mark key={index} className="bg-transparent font-semibold text-lichen underline">{part}</mark> : part);
}

/** The part of a text around the first word that matched. */
function excerpt(text: string, words: ReadonlySet<string>): string {
  const parts = splitWords(text);
  const first = parts.findIndex((part) => isFound(part, words));
  const before = parts.slice(0, Math.max(first, 0)).join("");
  const start = before.length < 60 ? 0 : before.lastIndexOf(" ", before.length - 40) + 1;
  const end = text.length <= start + excerptLength ? text.length : text.lastIndexOf(" ", start + excerptLength);
  return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}

/** A word with hyphens may have been found by one of its parts, or as one word; a number is one, whatever commas it has. */
function isFound(part: string, words: ReadonlySet<string>): boolean {
  return [joined(part), ...part.split(/[-‐‑]/)].some((word) => words.has(fold(word)));
}

/** Words and what stands between them, in turn. */
function splitWords(text: string): string[] {
  return text.split(/([\p{L}\p{N}\p{M}]+(?:(?:[-‐‑]|(?<=\p{N}),(?=\p{N}{3}))[\p{L}\p{N}\p{M}]+)*)/u);
}
