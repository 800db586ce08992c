import { Fragment } from "react";
import { noteId, noteSubject, numberHere, type Reading } from "#components/guide/reading.ts";
import type { NoteMark } from "#lib/guide/prose.ts";

/**
 * The number of a note, leading to the list at the chapter's end (notes.tsx shows it in its place). At a note's first use in a chapter its text also floats in the
 * margin of wide screens, without the dates of the page; that copy is for the eye only, so nothing is read out twice. `beside` says that another number
 * stands right before the first: a finger's room must not cover it.
 */
export function NoteMarks({ marks, reading, beside = false }: { marks: readonly NoteMark[]; reading: Reading; beside?: boolean }) {
  return marks.map(({ number: noteNumber, first }, index) => {
    const note = reading.book.notes.get(noteNumber);
    if (!note) return null;
    const number = numberHere(reading, noteNumber);
    return (
      <Fragment key={number}>
        <sup className="note-mark" data-next={beside || index > 0 ? "" : undefined}>
          <a href={`#${noteId(reading.chapterId, number)}`} aria-label={`Source ${number}`}>
            {number}
          </a>
        </sup>
        {first && (
          <span
            aria-hidden="true"
            className="hidden font-sans text-label text-muted xl:float-right xl:clear-right xl:mb-4 xl:-mr-75 xl:block xl:w-61 xl:text-left xl:text-wrap print:hidden"
          >
            <span className="font-semibold text-lichen">{number}</span> {note.source}. {noteSubject(note)}
          </span>
        )}
      </Fragment>
    );
  });
}
