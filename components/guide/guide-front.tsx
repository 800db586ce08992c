import Link from "next/link";
import { ChapterBody } from "#components/guide/chapter-body.tsx";
import { CheckedOn } from "#components/guide/checked-on.tsx";
import { GuideFrame } from "#components/guide/guide-frame.tsx";
import { Inlines } from "#components/guide/inlines.tsx";
import { NextPrevious } from "#components/guide/next-previous.tsx";
import { anchorHref, partsOf, type Reading } from "#components/guide/reading.ts";
import type { Book } from "#lib/guide/book.ts";
import { sectionHref } from "#lib/guide/place.ts";
import type { Chapter } from "#lib/guide/prose.ts";

/** The front page: title, the first section whole, and what the others hold. */
export function GuideFront({ book }: { book: Book }) {
  const { head, chapters } = book;
  const [first, ...others] = chapters;
  if (!first) return null;
  const reading: Reading = { book, chapterId: first.id, whole: false };
  return (
    <GuideFrame reading={reading}>
      <h1 className="text-display font-book text-balance">{head.title}</h1>
      <p className="mt-3.5 text-lede text-pretty text-muted">{head.lede}</p>
      <CheckedOn book={book} />
      <section aria-labelledby={first.id} className="mt-12 border-t border-line pt-9">
        <h2 id={first.id} className="text-title font-book text-balance">{first.title}</h2>
        <ChapterBody chapter={first} reading={reading} />
      </section>
      <section aria-labelledby="in-this-guide" className="mt-16 border-t border-line pt-9 print:hidden">
        <h2 id="in-this-guide" className="text-title font-book">In this guide</h2>
        {others.map((chapter) => <Opening key={chapter.id} chapter={chapter} reading={reading} />)}
      </section>
      <NextPrevious book={book} chapterId={first.id} />
    </GuideFrame>
  );
}

/** What a section holds, as far as its own first words and the names of its parts say it. */
function Opening({ chapter, reading }: { chapter: Chapter; reading: Reading }) {
  const parts = partsOf(chapter, reading.book);
  return (
    <section aria-labelledby={`in-${chapter.id}`} className="mt-8 border-b border-line pb-8 last:border-0">
      <h3 id={`in-${chapter.id}`} className="text-[1.625rem] leading-tight font-medium tracking-[-0.01em]">
        <Link href={sectionHref(reading.book, chapter.id)} prefetch={false} className="underline decoration-edge underline-offset-4 hover:decoration-current">{chapter.title}</Link>
      </h3>
      <p className="mt-2 text-pretty">
        <Inlines inlines={chapter.lede.filter(({ type }) => type !== "note")} reading={reading} />
      </p>
      {parts.length > 0 ? (
        <ul className="mt-3 space-y-1.5 font-sans text-note">
          {parts.map(({ anchor, title, items }) => (
            <li key={anchor}>
              <a href={anchorHref(reading, anchor)} className="font-strong">{title}</a>
              {items.length > 0 ? <span className="text-muted">: {items.join("; ")}.</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
