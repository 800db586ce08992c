import { ChapterBody } from "#components/guide/chapter-body.tsx";
import { CheckedOn } from "#components/guide/checked-on.tsx";
import { GuideFrame } from "#components/guide/guide-frame.tsx";
import { Inlines } from "#components/guide/inlines.tsx";
import { NextPrevious } from "#components/guide/next-previous.tsx";
import type { OwnSlots } from "#components/guide/own-slots.ts";
import { anchorHref, partsOf, type Part, type Reading } from "#components/guide/reading.ts";
import { classes } from "#components/ui/classes.ts";
import { StaticPart } from "#components/ui/static-part.tsx";
import type { Book } from "#lib/guide/book.ts";
import { sectionHref } from "#lib/guide/place.ts";
import type { Chapter } from "#lib/guide/prose.ts";

/** The front page: title, the first section whole, and what the others hold. */
export function GuideFront({ book, own }: { book: Book; own?: OwnSlots | undefined }) {
  const { head, chapters } = book;
  const [first, ...others] = chapters;
  if (!first) return null;
  const reading: Reading = { book, chapterId: first.id, whole: false, own };
  return (
    <GuideFrame reading={reading}>
      <h1 className="text-display font-book text-balance">{head.title}</h1>
      <p className="mt-3.5 text-lede text-pretty text-muted">{head.lede}</p>
      <CheckedOn book={book} />
      <section aria-labelledby={first.id} className="mt-12 border-t border-line pt-9">
        <h2 id={first.id} className="text-title font-book text-balance">{first.title}</h2>
        <ChapterBody chapter={first} reading={reading} />
      </section>
      {others.length > 0 ? (
        <section aria-labelledby="in-this-guide" className="mt-16 border-t border-line pt-9 print:hidden">
          <h2 id="in-this-guide" className="text-title font-book">In this guide</h2>
          <StaticPart name="openings" className="*:later mt-4">
            {others.map((chapter, index) => <Opening key={chapter.id} chapter={chapter} number={index + 2} reading={reading} />)}
          </StaticPart>
        </section>
      ) : null}
      <NextPrevious book={book} chapterId={first.id} />
    </GuideFrame>
  );
}

/** What a section holds, as far as its own first words and the names of its parts say it. */
function Opening({ chapter, number, reading }: { chapter: Chapter; number: number; reading: Reading }) {
  const parts = partsOf(chapter, reading.book);
  return (
    <section aria-labelledby={`in-${chapter.id}`} className="grid grid-cols-1 gap-x-5 border-b border-line py-7 last:border-0 sm:grid-cols-[2.25rem_minmax(0,1fr)]">
      <span aria-hidden="true" className="hidden text-right text-[1.625rem] leading-tight text-muted lining-nums tabular-nums sm:block">{number}</span>
      <div>
        <h3 id={`in-${chapter.id}`} className="text-[1.625rem] leading-tight font-medium tracking-[-0.01em]">
          <a href={sectionHref(reading.book, chapter.id)} className="underline decoration-edge decoration-1 underline-offset-4 hover:decoration-current">{chapter.title}</a>
        </h3>
        <p className="mt-2 text-pretty">
          <Inlines inlines={chapter.lede.filter(({ type }) => type !== "note")} reading={reading} />
        </p>
        {parts.length > 0 ? (
          <ul className={classes("mt-3 font-sans text-note", parts.every(({ items }) => items.length === 0) && "gap-x-8 sm:columns-2")}>
            {parts.map((part) => <PartLinks key={part.anchor} part={part} reading={reading} />)}
          </ul>
        ) : null}
      </div>
    </section>
  );
}

const partLook = "inline-block py-1 hover:underline hover:underline-offset-4";

function PartLinks({ part: { anchor, title, items }, reading }: { part: Part; reading: Reading }) {
  return (
    <li className={classes("break-inside-avoid", items.length > 0 && "mt-3")}>
      <a href={anchorHref(reading, anchor)} className={classes(partLook, items.length > 0 ? "font-strong" : "text-muted hover:text-ink")}>{title}</a>
      {items.length > 0 ? (
        <ul className="gap-x-8 sm:columns-2">
          {items.map((item) => (
            <li key={item.id} className="break-inside-avoid">
              <a href={anchorHref(reading, item.id)} className={classes(partLook, "text-muted hover:text-ink")}>{item.title}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
