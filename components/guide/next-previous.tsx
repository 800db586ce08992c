import Link from "next/link";
import { sectionHref } from "#lib/guide/place.ts";
import type { Book } from "#lib/guide/book.ts";

/** The sections before and after, by their titles. */
export function NextPrevious({ book, chapterId }: { book: Book; chapterId: string }) {
  const { chapters } = book;
  const at = chapters.findIndex(({ id }) => id === chapterId);
  const ways = [["Previous", chapters[at - 1]], ["Next", chapters[at + 1]]] as const;
  return (
    <nav aria-label="Previous and next" className="mt-16 grid grid-cols-2 gap-4 border-t border-line pt-6 font-sans print:hidden">
      {ways.map(([word, chapter]) => chapter ? (
        <Link key={word} href={sectionHref(book, chapter.id)} prefetch={false} className={`group rounded-card no-underline ${word === "Next" ? "col-start-2 text-right" : ""}`}>
          <span className="block text-note text-muted">{word}</span>
          <span className="font-serif text-item font-medium sm:text-heading group-hover:underline group-hover:underline-offset-4">{chapter.title}</span>
        </Link>
      ) : null)}
    </nav>
  );
}
