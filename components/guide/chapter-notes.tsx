import { noteDetail, noteId } from "#components/guide/reading.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { Note } from "#lib/guide/book.ts";

/** The notes of a chapter, folded: a link to one of them opens the list by itself. */
export function ChapterNotes({ chapterId, notes }: { chapterId: string; notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <Disclosure
      summary={`Sources for this section (${notes.length})`}
      className="mt-8 border-t border-line pt-4 font-sans text-note print:[&::details-content]:[content-visibility:visible]"
    >
      <ol className="space-y-2">
        {notes.map((note, index) => (
          <li key={note.number} id={noteId(chapterId, index + 1)} className="flex gap-2.5 target:bg-lichen-soft">
            <span className="w-5 shrink-0 text-right font-semibold text-lichen tabular-nums">{index + 1}</span>{" "}
            <span className="min-w-0 wrap-anywhere">
              <a href={note.url} rel="noreferrer">
                {note.source}
              </a>
              <span className="text-muted">. {noteDetail(note)}</span>
              <span className="hidden print:inline"> {note.url}</span>
            </span>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
