import type { OwnSlots } from "#components/guide/own-slots.ts";
import type { Book, Note } from "#lib/guide/book.ts";
import { addressOf, textOf } from "#lib/guide/place.ts";
import type { Chapter } from "#lib/guide/prose.ts";

/** What the parts of a chapter need beside the chapter itself. */
export type Reading = {
  book: Book;
  chapterId: string;
  /** On the page that holds everything, all anchors are near. */
  whole: boolean;
  /** What is the reader's own, on the pages that hold the roadmap. */
  own?: OwnSlots | undefined;
};

/** Where an anchor of the guide is, seen from a page of it. */
export function anchorHref({ book, chapterId, whole }: Reading, anchor: string): string {
  const sectionId = book.places.get(anchor) ?? chapterId;
  if (whole || sectionId === chapterId) return `#${anchor}`;
  return addressOf(book, anchor);
}

/** The level of a heading in a section: one lower where the guide's title stands above the section's. */
export function headingLevel({ book, chapterId, whole }: Reading, depth: 2 | 3): number {
  return whole || chapterId === book.chapters[0]?.id ? depth + 1 : depth;
}

/** A note's number on the page: each chapter counts its own, in the order of first use. Files that hold the whole guide count once (`Note.number`). */
export function numberHere({ book, chapterId }: Reading, note: number): number {
  return 1 + (book.chapters.find(({ id }) => id === chapterId)?.notes ?? []).indexOf(note);
}

/** A note's place in the list at the end of its chapter, by its number there. The list is on every screen; the margin only on wide ones. */
export function noteId(chapterId: string, number: number): string {
  return `note-${chapterId}-${number}`;
}

/** "United States, base pay, mean, 2023. A small sample." */
export function noteSubject({ measures, caution }: Pick<Note, "measures" | "caution">): string {
  return [measures && `${measures}.`, caution].filter(Boolean).join(" ");
}

/** With the dates of the page: "… Published 2023, not opened for this guide." */
export function noteDetail(note: Note): string {
  return [noteSubject(note), `${note.dates}.`].filter(Boolean).join(" ");
}

/** Where an item is worked on. */
export function itemHref(guideSlug: string, itemId: string): string {
  return `/roadmap/${guideSlug}#${itemId}`;
}

export type Part = { anchor: string; title: string; items: { id: string; title: string }[] };

/** The parts of a section by their headings; those of the roadmap are its steps, with their items. */
export function partsOf({ blocks }: Chapter, { guide }: Pick<Book, "guide">): Part[] {
  return blocks.flatMap((block): Part[] => {
    if (block.type === "heading") return block.depth === 2 ? [{ anchor: block.anchor, title: textOf(block.children), items: [] }] : [];
    if (block.type !== "roadmap") return [];
    return guide.steps.map(({ id, title, items }) => ({ anchor: id, title, items: items.map((item) => ({ id: item.id, title: item.title })) }));
  });
}
