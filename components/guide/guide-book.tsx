import { ChapterBody } from "#components/guide/chapter-body.tsx";
import { CheckedOn } from "#components/guide/checked-on.tsx";
import { GuideFrame } from "#components/guide/guide-frame.tsx";
import type { OwnSlots } from "#components/guide/own-slots.ts";
import type { Reading } from "#components/guide/reading.ts";
import type { Book } from "#lib/guide/book.ts";
import type { Chapter } from "#lib/guide/prose.ts";

/** A whole guide on one page, for printing and saving. */
export function GuideBook({ book, own }: { book: Book; own?: OwnSlots | undefined }) {
  const { head, chapters } = book;
  return (
    <GuideFrame reading={{ book, chapterId: chapters[0]?.id ?? "", whole: true }}>
      <h1 className="text-display font-book text-balance">{head.title}</h1>
      <p className="mt-3.5 text-lede text-pretty text-muted">{head.lede}</p>
      <CheckedOn book={book} />
      <ol className="mt-8 hidden list-decimal pl-6 font-sans text-note print:block">
        {chapters.map(({ id, title }) => <li key={id} className="py-0.5"><a href={`#${id}`} className="no-underline">{title}</a></li>)}
      </ol>
      {chapters.map((chapter) => <ChapterSection key={chapter.id} chapter={chapter} book={book} own={own} />)}
    </GuideFrame>
  );
}

function ChapterSection({ chapter, book, own }: { chapter: Chapter; book: Book; own?: OwnSlots | undefined }) {
  const reading: Reading = { book, chapterId: chapter.id, whole: true, own };
  return (
    <section aria-labelledby={chapter.id} className="not-first-of-type:later mt-16 border-t border-line pt-10 print:mt-0 print:break-before-page print:border-0 print:pt-0">
      <h2 id={chapter.id} className="text-title font-book text-balance">{chapter.title}</h2>
      <ChapterBody chapter={chapter} reading={reading} />
    </section>
  );
}
