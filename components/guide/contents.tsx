import { FollowReader } from "#components/guide/follow-reader.tsx";
import { anchorHref, partsOf, type Reading } from "#components/guide/reading.ts";
import { GuideSearch } from "#components/guide/search.tsx";
import { classes } from "#components/ui/classes.ts";

/** The sections, with the parts of the one that is being read: beside the text on wide screens, folded above it on narrow ones. */
export function Contents({ reading }: { reading: Reading }) {
  const { book } = reading;
  return (
    <>
      <nav
        aria-label="Contents"
        className="hidden text-[0.90625rem] lg:sticky lg:top-8 lg:block lg:max-h-[calc(100dvh-4rem)] lg:self-start lg:overflow-y-auto print:hidden"
      >
        <GuideSearch slug={book.head.slug} className="mb-5" />
        <p className="text-label text-muted">{book.head.title}</p>
        <FollowReader>
          <SectionLinks reading={reading} className="mt-2.5 border-l border-line" />
        </FollowReader>
      </nav>
      <GuideSearch slug={book.head.slug} className="mb-4 lg:hidden print:hidden" />
      <details className="mb-8 border-y border-line py-3 lg:hidden print:hidden">
        <summary className="font-strong">Contents</summary>
        <nav aria-label="Contents">
          <SectionLinks reading={reading} className="mt-2" />
        </nav>
      </details>
    </>
  );
}

const linkLook = "-ml-px block py-1.25 pl-3.5 text-muted hover:text-ink aria-[current]:text-ink lg:border-l-2 lg:border-transparent lg:hover:border-ink lg:aria-[current]:border-lichen";

function SectionLinks({ reading, className }: { reading: Reading; className: string }) {
  const { book, chapterId, whole } = reading;
  return (
    <ol className={className}>
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
