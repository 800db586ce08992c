import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import { createElement } from "react";
import { GuideCard } from "#components/guide/guide-card.tsx";
import { stack } from "#components/roadmap/stones.ts";
import { getBook, listBooks } from "#lib/guide/views.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

type Context = { params: Promise<{ slug: string; card: string }> };

export function generateStaticParams() {
  return listBooks().flatMap(({ head, chapters }) => chapters.map(({ id }) => ({ slug: head.slug, card: `${id}.png` })));
}

const readFont = (name: string) => readFile(join(process.cwd(), "app/fonts", name));

/** A section's picture, drawn when the project is built. */
export async function GET(_request: Request, { params }: Context) {
  const { slug, card } = await params;
  const book = getBook(slug);
  const chapter = book?.chapters.find(({ id }) => `${id}.png` === card);
  if (!book || !chapter) return new Response(null, { status: 404 });
  const [serif, sans] = await Promise.all([readFont("newsreader-card.ttf"), readFont("instrument-sans-card.ttf")]);
  return new ImageResponse(createElement(GuideCard, { book, chapter, stones: stack(book.chapters.length).map((stone) => stone.path) }), {
    width: 1200, height: 630,
    // The first is the one that words have unless they say otherwise.
    fonts: [{ name: "sans", data: sans, weight: 400, style: "normal" }, { name: "serif", data: serif, weight: 400, style: "normal" }],
  });
}
