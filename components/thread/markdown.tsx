import type { Element } from "hast";
import type { ComponentProps, ReactNode } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import rehypeSanitize, { type Options as Schema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { soften } from "#components/thread/soften.ts";
import { classes } from "#components/ui/classes.ts";

/** All that a message may consist of: no style, no id, no picture, and no address but of the web and of mail. */
const schema: Schema = {
  tagNames: [
    "a", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "input", "li", "ol", "p", "pre", "strong", "table",
    "tbody", "td", "th", "thead", "tr", "ul",
  ],
  attributes: {
    a: ["href", "title"],
    input: ["checked"],
    li: [["className", "task-list-item"]],
    ol: ["start"],
    td: [["className", "text-left", "text-center", "text-right"]],
    th: [["className", "text-left", "text-center", "text-right"]],
  },
  protocols: { href: ["http", "https", "mailto"] },
  clobber: [],
  strip: [],
};

/** Footnotes would need ids, and two messages on a page would share them: what looks like one stays as it was typed. */
function withoutFootnotes(this: { data: () => object }) {
  const data = this.data() as { micromarkExtensions?: object[] };
  (data.micromarkExtensions ??= []).push({ disable: { null: ["gfmFootnoteCall", "gfmPotentialFootnoteCall", "gfmFootnoteDefinition"] } });
}

const plugins = { remark: [remarkGfm, withoutFootnotes], rehype: [soften, [rehypeSanitize, schema]] } as const;

/** The words of a message as its Markdown means them. It is heavy: load it with import(). */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2.5 wrap-anywhere">
      <ReactMarkdown remarkPlugins={[...plugins.remark]} rehypePlugins={[...plugins.rehype] as never} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  );
}

type Props<Tag extends keyof React.JSX.IntrinsicElements> = ComponentProps<Tag> & { node?: Element };

/** A heading in a message stands below the name of who wrote it, whatever its own level. */
function Heading({ children }: { children?: ReactNode }) {
  return <h4 dir="auto" className="mt-1 text-item font-strong">{children}</h4>;
}

/** Where it leads is unknown: it opens beside the page, and learns nothing of where it was followed from. */
function Link({ href, title, children }: Props<"a">) {
  if (!href || !/^(https?:|mailto:|\/(?![/\\]))/i.test(href)) return <span>{children}</span>;
  return (
    <a href={href} title={title} target="_blank" rel="nofollow noopener noreferrer" className="underline decoration-edge underline-offset-3 hover:decoration-current">
      {children}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}

function Table({ children }: Props<"table">) {
  return (
    <div role="region" aria-label="Table" tabIndex={0} className="overflow-x-auto">
      <table className="border-collapse text-note tabular-nums">{children}</table>
    </div>
  );
}

const cell = "border border-line px-2.5 py-1 align-top wrap-normal";

const components: Components = {
  a: Link,
  h1: Heading, h2: Heading, h3: Heading, h4: Heading, h5: Heading, h6: Heading,
  p: ({ children }) => <p dir="auto">{children}</p>,
  blockquote: ({ children }) => <blockquote dir="auto" className="grid gap-2 border-s-2 border-line-strong ps-3 text-muted">{children}</blockquote>,
  ul: ({ children }) => <ul className="grid list-disc gap-1 ps-5">{children}</ul>,
  ol: ({ children, start }) => <ol start={start} className="grid list-decimal gap-1 ps-6">{children}</ol>,
  // The box of a task stands where the bullet would.
  li: ({ children, className }) => (
    <li dir="auto" className={classes("[&>p+p]:mt-2 [&>ul]:mt-1 [&>ol]:mt-1", className !== undefined && "-ms-5 list-none ps-1")}>{children}</li>
  ),
  hr: () => <hr className="border-line" />,
  input: ({ checked }) => <span role="img" aria-label={checked ? "Done" : "Not done"}>{checked ? "☑" : "☐"}</span>,
  pre: ({ children }) => (
    <pre dir="ltr" tabIndex={0} className="overflow-x-auto rounded-control bg-sunk px-3 py-2 text-note wrap-normal [&_code]:bg-transparent [&_code]:p-0">{children}</pre>
  ),
  code: ({ children }) => <code dir="ltr" className="rounded-sm bg-sunk px-1 py-0.5 font-mono text-[0.92em]">{children}</code>,
  table: Table,
  th: ({ children, className }) => <th scope="col" dir="auto" className={classes(cell, "font-strong", className ?? "text-left")}>{children}</th>,
  td: ({ children, className }) => <td dir="auto" className={classes(cell, className)}>{children}</td>,
};
