import { NoteMarks } from "#components/guide/note-marks.tsx";
import { anchorHref, itemHref, type Reading } from "#components/guide/reading.ts";
import { termAnchor } from "#lib/guide/place.ts";
import type { Inline } from "#lib/guide/prose.ts";

export function Inlines({ inlines, reading }: { inlines: readonly Inline[]; reading: Reading }) {
  return inlines.map((inline, index) => <InlineNode key={index} inline={inline} reading={reading} beside={inlines[index - 1]?.type === "note"} />);
}

/** `beside` a note: one stands right before it. */
function InlineNode({ inline, reading, beside }: { inline: Inline; reading: Reading; beside: boolean }) {
  switch (inline.type) {
    case "text":
      return inline.value;
    case "emphasis":
      return (
        <em>
          <Inlines inlines={inline.children} reading={reading} />
        </em>
      );
    case "strong":
      return (
        <strong className="font-semibold">
          <Inlines inlines={inline.children} reading={reading} />
        </strong>
      );
    case "code":
      return <code className="font-mono text-[0.85em]">{inline.value}</code>;
    case "link":
      return (
        <a href={inline.href.startsWith("#") ? anchorHref(reading, inline.href.slice(1)) : inline.href}>
          <Inlines inlines={inline.children} reading={reading} />
        </a>
      );
    case "figure":
      return (
        <data value={inline.value} data-figure={inline.figureId} className="whitespace-nowrap lining-nums">
          {inline.text}
        </data>
      );
    case "note":
      return <NoteMarks marks={[inline]} reading={reading} beside={beside} />;
    case "term":
      return <a href={anchorHref(reading, termAnchor(inline.termId))} className="underline decoration-edge decoration-dotted decoration-[0.09em] underline-offset-[0.22em] hover:decoration-current hover:decoration-solid">{inline.text}</a>;
    case "item":
      return <a href={itemHref(reading.book.guide.slug, inline.itemId)}>{inline.title}</a>;
  }
}
