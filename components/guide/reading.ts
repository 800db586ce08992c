import type { Book, Note } from "#lib/guide/book.ts";

/** What the parts of a chapter need beside the chapter itself. */
export type Reading = { book: Book; chapterId: string };

/** A note's place in the list at the end of its chapter. The list is on every screen; the margin only on wide ones. */
export function noteId(chapterId: string, number: number): string {
  return `note-${chapterId}-${number}`;
}

/** "United States, base pay, mean, 2023. Published 2023, not opened for this guide." */
export function noteDetail(note: Note): string {
  return [note.measures, note.dates].filter(Boolean).join(". ") + ".";
}

/** Where an item is worked on. */
export function itemHref(guideSlug: string, itemId: string): string {
  return `/roadmap/${guideSlug}#${itemId}`;
}
