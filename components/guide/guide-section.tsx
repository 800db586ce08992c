import Link from "next/link";
import { ChapterBody } from "#components/guide/chapter-body.tsx";
import { GuideFrame } from "#components/guide/guide-frame.tsx";
import { NextPrevious } from "#components/guide/next-previous.tsx";
import type { OwnSlots } from "#components/guide/own-slots.ts";
import type { Reading } from "#components/guide/reading.ts";
import type { Book } from "#lib/guide/book.ts";
import type { Chapter } from "#lib/guide/prose.ts";

/** One section on a page of its own. */
export function GuideSection({ book, chapter, own }: { book: Book; chapter: Chapter; own?: OwnSlots | undefined }) {
  const reading: Reading = { book, chapterId: chapter.id, whole: false, own };
  return (
    <GuideFrame reading={reading}>
      <p className="font-sans text-note text-muted">
        <Link href={`/guide/${book.head.slug}`} prefetch={false} className="text-muted">{book.head.title}</Link>
      </p>
      <h1 id={chapter.id} className="mt-2 text-display font-book text-balance">{chapter.title}</h1>
      <ChapterBody chapter={chapter} reading={reading} />
      <NextPrevious book={book} chapterId={chapter.id} />
    </GuideFrame>
  );
}
