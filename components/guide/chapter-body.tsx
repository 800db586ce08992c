import { Blocks } from "#components/guide/blocks.tsx";
import { ChapterNotes } from "#components/guide/chapter-notes.tsx";
import { Inlines } from "#components/guide/inlines.tsx";
import type { Reading } from "#components/guide/reading.ts";
import { StaticPart } from "#components/ui/static-part.tsx";
import type { Chapter } from "#lib/guide/prose.ts";

/** A section below its title: what it is about, the text, and its sources. */
export function ChapterBody({ chapter, reading }: { chapter: Chapter; reading: Reading }) {
  const notes = chapter.notes.flatMap((number) => reading.book.notes.get(number) ?? []);
  const body = (
    <>
      <p className="mt-3 mb-7 text-lede text-pretty text-muted">
        <Inlines inlines={chapter.lede} reading={reading} />
      </p>
      <Blocks blocks={chapter.blocks} reading={reading} />
      <ChapterNotes chapterId={chapter.id} notes={notes} />
    </>
  );
  // A roadmap holds the reader's own progress and ticks: of it only the folds are static.
  if (chapter.blocks.some(({ type }) => type === "roadmap")) return body;
  return <StaticPart name={chapter.id} className="[&>:nth-child(n+7)]:later">{body}</StaticPart>;
}
