import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GuideBook } from "#components/guide/guide-book.tsx";
import { wholeHead } from "#components/guide/page-head.ts";
import { ownSlots } from "#components/roadmap/own-slots.tsx";
import { getBook, listBooks } from "#lib/guide/views.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

type Props = { params: Promise<{ slug: string }> };

export function generateStaticParams() {
  return listBooks().map((book) => ({ slug: book.head.slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const book = getBook((await params).slug);
  return book ? wholeHead(book) : {};
}

export default async function WholeGuidePage({ params }: Props) {
  const book = getBook((await params).slug);
  if (!book) notFound();
  return <GuideBook book={book} own={ownSlots} />;
}
