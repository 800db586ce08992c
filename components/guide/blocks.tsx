import { CertificationTable } from "#components/guide/certification-table.tsx";
import { ChartBlock } from "#components/guide/chart-block.tsx";
import { CopyLink } from "#components/guide/copy-link.tsx";
import { EventList } from "#components/guide/event-list.tsx";
import { FrameworkTable } from "#components/guide/framework-table.tsx";
import { Inlines } from "#components/guide/inlines.tsx";
import { ItemLinks } from "#components/guide/item-links.tsx";
import { PayTable } from "#components/guide/pay-table.tsx";
import { headingLevel, type Reading } from "#components/guide/reading.ts";
import { ResourceLine } from "#components/guide/resource-line.tsx";
import { ResourcePages } from "#components/guide/resource-pages.tsx";
import { RoadmapOutline } from "#components/guide/roadmap-outline.tsx";
import { SourceList } from "#components/guide/source-list.tsx";
import { TermList } from "#components/guide/term-list.tsx";
import { classes } from "#components/ui/classes.ts";
import { WideTable } from "#components/ui/wide-table.tsx";
import { textOf } from "#lib/guide/place.ts";
import type { AsideKind, Block } from "#lib/guide/prose.ts";

export function Blocks({ blocks, reading }: { blocks: readonly Block[]; reading: Reading }) {
  return blocks.map((block, index) => <BlockNode key={index} block={block} reading={reading} />);
}

function BlockNode({ block, reading }: { block: Block; reading: Reading }) {
  switch (block.type) {
    case "paragraph":
      return (
        <p className="mb-4.5 sm:text-pretty">
          <Inlines inlines={block.children} reading={reading} />
        </p>
      );
    case "heading":
      return <SubHeading block={block} reading={reading} />;
    case "list":
      return <List block={block} reading={reading} />;
    case "table":
      return (
        <WideTable
          label={block.head.map(textOf).join(", ")}
          head={block.head.map(textOf)}
          stacks={block.head.length > 3}
          rows={block.rows.map((row) => row.map((cell, index) => <Inlines key={index} inlines={cell} reading={reading} />))}
        />
      );
    case "aside":
      return (
        <Aside kind={block.kind} title={block.title}>
          <Blocks blocks={block.children} reading={reading} />
        </Aside>
      );
    case "chart":
      return <ChartBlock chartId={block.chartId} notes={block.notes} reading={reading} />;
    case "records":
      return <PayTable records={block.records} reading={reading} />;
    case "items":
      return <ItemLinks itemIds={block.itemIds} reading={reading} />;
    case "resources":
      return <Resources ids={block.resourceIds} reading={reading} />;
    case "certifications":
      return <CertificationTable entries={block.entries} reading={reading} />;
    case "events":
      return <EventList entries={block.entries} reading={reading} />;
    case "frameworks":
      return <FrameworkTable entries={block.entries} reading={reading} />;
    case "terms":
      return <TermList reading={reading} />;
    case "roadmap":
      return (
        <>
          {reading.own?.progress(reading.book.guide)}
          <RoadmapOutline reading={reading} />
        </>
      );
    case "sources":
      return <SourceList reading={reading} />;
    case "resource-pages":
      return <ResourcePages resources={reading.book.resources} />;
  }
}

function SubHeading({ block, reading }: { block: Extract<Block, { type: "heading" }>; reading: Reading }) {
  const level = headingLevel(reading, block.depth);
  const Tag = level === 2 ? "h2" : level === 3 ? "h3" : "h4";
  const size = block.depth === 2 ? "mt-11 mb-3 text-[1.625rem] tracking-[-0.01em]" : "mt-8 mb-2 text-[1.3125rem]";
  return (
    <Tag id={block.anchor} className={classes("group leading-tight font-medium text-balance break-after-avoid", size)}>
      <Inlines inlines={block.children} reading={reading} />
      <CopyLink anchor={block.anchor} />
    </Tag>
  );
}

function List({ block, reading }: { block: Extract<Block, { type: "list" }>; reading: Reading }) {
  const Tag = block.ordered ? "ol" : "ul";
  return (
    <Tag className={classes("mb-5 space-y-2 pl-6 marker:text-muted [&_p]:mb-0", block.ordered ? "list-decimal" : "list-disc")}>
      {block.items.map((blocks, index) => (
        <li key={index} className="pl-1">
          <Blocks blocks={blocks} reading={reading} />
        </li>
      ))}
    </Tag>
  );
}

function Resources({ ids, reading }: { ids: string[]; reading: Reading }) {
  return (
    <ul className="addresses my-5 space-y-2 font-sans text-body print:text-[9.5pt]">
      {ids.map((id) => {
        const resource = reading.book.resources.find((each) => each.id === id);
        return resource ? <li key={id}><ResourceLine resource={resource} /></li> : null;
      })}
    </ul>
  );
}

function Aside({ kind, title, children }: { kind: AsideKind; title: string; children: React.ReactNode }) {
  return (
    <div
      className={classes(
        "my-7 break-inside-avoid [&>:last-child]:mb-0",
        kind === "takeaways" && "border-y border-line py-6",
        kind === "day" && "border-l border-line-strong pl-5 text-[1.125rem] leading-[1.58] print:text-[10.5pt]",
        kind === "update" && "border-l-2 border-lichen pl-5",
      )}
    >
      <p className={classes("mb-2 font-sans text-label font-strong", kind === "update" ? "text-lichen" : "text-muted")}>
        {title}
      </p>
      {children}
    </div>
  );
}
