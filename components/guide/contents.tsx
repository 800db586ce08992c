import type { Chapter } from "#lib/guide/prose.ts";

/** The chapters of the page: beside the text on wide screens, folded above it on narrow ones. */
export function Contents({ title, chapters }: { title: string; chapters: readonly Chapter[] }) {
  return (
    <>
      <nav aria-label="Contents" className="hidden text-[0.90625rem] lg:sticky lg:top-8 lg:block lg:self-start print:hidden">
        <p className="text-label text-muted">{title}</p>
        <ChapterLinks chapters={chapters} className="mt-2.5 border-l border-line" />
      </nav>
      <details className="mb-8 border-y border-line py-3 lg:hidden print:hidden">
        <summary className="font-strong">Contents</summary>
        <nav aria-label="Contents">
          <ChapterLinks chapters={chapters} className="mt-2" />
        </nav>
      </details>
    </>
  );
}

function ChapterLinks({ chapters, className }: { chapters: readonly Chapter[]; className: string }) {
  return (
    <ol className={className}>
      {chapters.map((chapter) => (
        <li key={chapter.id}>
          <a href={`#${chapter.id}`} className="-ml-px block py-1.25 pl-3.5 text-muted hover:text-ink lg:border-l-2 lg:border-transparent lg:hover:border-ink">
            {chapter.title}
          </a>
        </li>
      ))}
    </ol>
  );
}
