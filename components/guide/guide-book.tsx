import { Blocks } from "#components/guide/blocks.tsx";
import { ChapterNotes } from "#components/guide/chapter-notes.tsx";
import { Contents } from "#components/guide/contents.tsx";
import { Inlines } from "#components/guide/inlines.tsx";
import type { Reading } from "#components/guide/reading.ts";
import type { Book } from "#lib/guide/book.ts";
import { formatDate } from "#lib/guide/figure.ts";
import type { Chapter } from "#lib/guide/prose.ts";

/** A whole guide on one page. The right-hand column of wide screens is left free for the notes that float into it. */
export function GuideBook({ book }: { book: Book }) {
  const { head, chapters } = book;
  return (
    <div className="mx-auto grid w-full max-w-[82rem] grid-cols-[minmax(0,1fr)] gap-x-14 px-5 pt-8 pb-20 lg:grid-cols-[13.75rem_minmax(0,42.5rem)] lg:px-8 lg:pt-12 xl:grid-cols-[13.75rem_minmax(0,42.5rem)_15.25rem] print:block print:p-0">
      <Contents title={head.title} chapters={chapters} />
      <article className="font-serif text-prose font-optical-auto">
        <h1 className="text-display font-book text-balance">{head.title}</h1>
        <p className="mt-3.5 text-lede text-pretty text-muted">{head.lede}</p>
        <p className="mt-4 font-sans text-note text-muted">
          Checked on <time dateTime={head.updated}>{formatDate(head.updated)}</time>. Each figure names its year and its source.
        </p>
        {chapters.map((chapter) => (
          <ChapterSection key={chapter.id} chapter={chapter} book={book} />
        ))}
      </article>
    </div>
  );
}

function ChapterSection({ chapter, book }: { chapter: Chapter; book: Book }) {
  const reading: Reading = { book, chapterId: chapter.id };
  const notes = chapter.notes.flatMap((number) => book.notes.get(number) ?? []);
  return (
    <section aria-labelledby={chapter.id} className="mt-16 border-t border-line pt-10">
      <h2 id={chapter.id} className="text-title font-book text-balance">
        {chapter.title}
      </h2>
      <p className="mt-3 mb-7 text-lede text-pretty text-muted">
        <Inlines inlines={chapter.lede} reading={reading} />
      </p>
      <Blocks blocks={chapter.blocks} reading={reading} />
      <ChapterNotes chapterId={chapter.id} notes={notes} />
    </section>
  );
}
