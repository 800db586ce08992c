import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GuideSection } from "#components/guide/guide-section.tsx";
import { pageHead } from "#components/guide/page-head.ts";
import { StructuredData } from "#components/guide/structured-data.tsx";
import { ownSlots } from "#components/roadmap/own-slots.tsx";
import { describePage } from "#lib/guide/structured-data.ts";
import { getBook, listBooks } from "#lib/guide/views.ts";
import { siteUrl } from "#lib/platform/site-url.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

type Props = { params: Promise<{ slug: string; section: string }> };

/** The first section is the guide's front page, and has no other. */
export function generateStaticParams() {
  return listBooks().flatMap(({ head, chapters }) => chapters.slice(1).map(({ id }) => ({ slug: head.slug, section: id })));
}

async function find({ params }: Props) {
  const { slug, section } = await params;
  const book = getBook(slug);
  const chapter = book?.chapters.slice(1).find(({ id }) => id === section);
  return book && chapter ? { book, chapter } : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find(props);
  return found ? pageHead(found.book, found.chapter) : {};
}

export default async function SectionPage(props: Props) {
  const found = await find(props);
  if (!found) notFound();
  return (
    <>
      <StructuredData data={describePage({ ...found, site: siteUrl })} />
      <GuideSection {...found} own={ownSlots} />
    </>
  );
}
