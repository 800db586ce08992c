import Link from "next/link";
import type { Book } from "#lib/guide/book.ts";
import { formatDate } from "#lib/guide/figure.ts";

/** When the guide was last gone through, and where all of it is at once. */
export function CheckedOn({ book: { head } }: { book: Book }) {
  return (
    <p className="mt-4 font-sans text-note text-muted">
      Checked on <time dateTime={head.updated}>{formatDate(head.updated)}</time>.{" "}
      <span className="print:hidden">
        To print or to keep: <Link href={`/guide/${head.slug}/all`} prefetch={false}>everything on one page</Link>, or as <a href={`/guide/${head.slug}.md`}>Markdown</a>,{" "}
        <a href={`/guide/${head.slug}.json`}>data</a> or a <a href={`/guide/${head.slug}.atom`}>feed of changes</a>.
      </span>
    </p>
  );
}
