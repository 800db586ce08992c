import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GuideFront } from "#components/guide/guide-front.tsx";
import { getBook, listBooks } from "#lib/guide/views.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

type Props = { params: Promise<{ slug: string }> };

/** Reading the books checks them: content that does not fit together fails the build here, with file and field. */
export function generateStaticParams() {
  return listBooks().map((book) => ({ slug: book.head.slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const book = getBook((await params).slug);
  if (!book) return {};
  const { title, description, slug } = book.head;
  const url = `/guide/${slug}`;
  const types = { "application/atom+xml": `${url}.atom`, "text/markdown": `${url}.md`, "application/json": `${url}.json` };
  return { title, description, alternates: { canonical: url, types }, openGraph: { title, description, url, type: "article", modifiedTime: book.head.updated } };
}

export default async function GuidePage({ params }: Props) {
  const book = getBook((await params).slug);
  if (!book) notFound();
  return <GuideFront book={book} />;
}
