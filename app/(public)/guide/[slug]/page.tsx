import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GuideFront } from "#components/guide/guide-front.tsx";
import { pageHead } from "#components/guide/page-head.ts";
import { StructuredData } from "#components/guide/structured-data.tsx";
import { ownSlots } from "#components/roadmap/own-slots.tsx";
import { describePage } from "#lib/guide/structured-data.ts";
import { getBook, listBooks } from "#lib/guide/views.ts";
import { siteUrl } from "#lib/platform/site-url.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

type Props = { params: Promise<{ slug: string }> };

/** Reading the books checks them: content that does not fit together fails the build here, with file and field. */
export function generateStaticParams() {
  return listBooks().map((book) => ({ slug: book.head.slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const book = getBook((await params).slug);
  const first = book?.chapters[0];
  return book && first ? pageHead(book, first) : {};
}

export default async function GuidePage({ params }: Props) {
  const book = getBook((await params).slug);
  const first = book?.chapters[0];
  if (!book || !first) notFound();
  return (
    <>
      <StructuredData data={describePage({ book, chapter: first, site: siteUrl })} />
      <GuideFront book={book} own={ownSlots} />
    </>
  );
}
