import { FollowReader } from "#components/guide/follow-reader.tsx";
import { anchorHref, partsOf, type Reading } from "#components/guide/reading.ts";
import { GuideSearch } from "#components/guide/search.tsx";
import { classes } from "#components/ui/classes.ts";
import { StaticPart } from "#components/ui/static-part.tsx";

/**
 * The sections, with the parts of the one that is being read: beside the text on wide screens. On narrow ones they are folded into a bar that
 * stays above the text and says what is being read; they open over it, so nothing moves. Without JavaScript nobody could close them again
 * while reading, so there the bar stays where it is.
 */
export function Contents({ reading }: { reading: Reading }) {
  const { book, chapterId, whole } = reading;
  const chapter = whole ? undefined : book.chapters.find(({ id }) => id === chapterId);
  return (
    <>
      <nav
        aria-label="Contents"
        data-contents=""
        className="hidden text-[0.90625rem] lg:sticky lg:top-8 lg:block lg:max-h-[calc(100dvh-4rem)] lg:self-start lg:overflow-y-auto print:hidden"
      >
        <GuideSearch slug={book.head.slug} className="mb-5" />
        <p className="text-label text-muted">{book.head.title}</p>
        <StaticPart name="contents" className="mt-2.5 border-l border-line">
          <SectionLinks reading={reading} />
        </StaticPart>
      </nav>
      <GuideSearch slug={book.head.slug} className="mb-4 lg:hidden print:hidden" />
      <details data-contents-bar="" className="sticky top-0 z-20 -mx-4 mb-8 border-y border-line bg-paper sm:-mx-8 lg:hidden noscript:static print:hidden">
        {/* It stands in the padding that keeps headings below it, and would be scrolled out of there whenever it is focused. */}
        <summary className="fold -scroll-mt-18 min-h-12 items-center! gap-2.5! px-4 sm:px-8">
          <span>Contents</span>
          <span data-reading="" className="min-w-0 truncate text-note font-normal text-muted">{chapter?.title ?? book.head.title}</span>
        </summary>
        <nav
          aria-label="Contents"
          data-contents=""
          className="absolute inset-x-0 top-full max-h-[70dvh] overflow-y-auto border-b border-line-strong bg-paper px-4 pt-1 pb-4 sm:px-8 noscript:static noscript:max-h-none noscript:border-0"
        >
          <StaticPart name="contents-bar" className="ml-px">
            <SectionLinks reading={reading} />
          </StaticPart>
        </nav>
      </details>
      <FollowReader />
    </>
  );
}

const linkLook = "-ml-px block py-2 pl-3.5 text-muted hover:text-ink aria-[current]:text-ink max-lg:aria-[current]:font-strong lg:py-1.25 lg:border-l-2 lg:border-transparent lg:hover:border-ink lg:aria-[current]:border-lichen";

function SectionLinks({ reading }: { reading: Reading }) {
  const { book, chapterId, whole } = reading;
  return (
    <ol>
      {book.chapters.map((chapter) => (
        <li key={chapter.id}>
          <a
            href={anchorHref(reading, chapter.id)}
            aria-current={!whole && chapter.id === chapterId ? "page" : undefined}
            className={classes(linkLook, "aria-[current]:font-strong")}
          >
            {chapter.title}
          </a>
          {!whole && chapter.id === chapterId ? (
            <ol>
              {partsOf(chapter, book).map(({ anchor, title }) => (
                <li key={anchor}><a href={`#${anchor}`} className={classes(linkLook, "pl-6.5 text-[0.84375rem]")}>{title}</a></li>
              ))}
            </ol>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
