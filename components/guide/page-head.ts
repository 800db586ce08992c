import type { Metadata } from "next";
import type { Book } from "#lib/guide/book.ts";
import { lastModified } from "#lib/guide/feed.ts";
import { sectionHref, textOf } from "#lib/guide/place.ts";
import type { Chapter } from "#lib/guide/prose.ts";
import { cardPath } from "#lib/guide/structured-data.ts";

/** The head of a guide's page: how it is found, and how it looks where it is shared. */
export function pageHead(book: Book, chapter: Chapter): Metadata {
  const { head, chapters } = book;
  const isFront = chapter.id === chapters[0]?.id;
  const title = isFront ? head.title : `${chapter.title}: ${head.title}`;
  const description = isFront ? head.description : textOf(chapter.lede);
  const url = sectionHref(book, chapter.id);
  const images = [{ url: cardPath(head.slug, chapter.id), width: 1200, height: 630, alt: `${isFront ? "A guide" : head.title}: ${isFront ? head.title : chapter.title}` }];
  return headOf({ book, title, description, url, images });
}

/** The page that holds everything. The sections are what a search should find: they are in the sitemap, and this page is not. */
export function wholeHead(book: Book): Metadata {
  const { head: { slug, title, description }, chapters } = book;
  const images = chapters.slice(0, 1).map(({ id }) => ({ url: cardPath(slug, id), width: 1200, height: 630, alt: `A guide: ${title}` }));
  return headOf({ book, title: `${title}, whole`, description, url: `/guide/${slug}/all`, images });
}

type Images = { url: string; width: number; height: number; alt: string }[];

function headOf({ book, title, description, url, images }: { book: Book; title: string; description: string; url: string; images: Images }): Metadata {
  const front = `/guide/${book.head.slug}`;
  const types = { "application/atom+xml": `${front}.atom`, "text/markdown": `${front}.md`, "application/json": `${front}.json` };
  return {
    title, description,
    alternates: { canonical: url, types },
    openGraph: { title, description, url, images, siteName: "Cairn", locale: "en", type: "article", modifiedTime: lastModified(book) },
    twitter: { card: "summary_large_image", title, description, images },
  };
}
