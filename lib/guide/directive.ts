import type { Nodes, Paragraph, RootContent } from "mdast";

type Container = Extract<RootContent, { type: "containerDirective" }>;
type Directive = Extract<Nodes, { type: "textDirective" | "leafDirective" | "containerDirective" }>;

/** What is written with a label: `:figure[…]`, `::chart[…]`, `:::update[…]` which can do without. No other directive has one, and none has attributes. */
const labelled = new Set(["figure", "source", "item", "anchor", "term", "chart", "records", "items", "resources", "update"]);
const colons = { textDirective: ":", leafDirective: "::", containerDirective: ":::" } as const;

/** What a directive carries that nobody reads, and whether a block is closed. `markdown` is the whole section. */
export function findDirectiveProblems(node: Directive, markdown: string): string[] {
  const mark = `${colons[node.type]}${node.name}`;
  const label = !labelled.has(node.name) && (node.type === "containerDirective" ? labelOf(node) !== null : node.children.length > 0);
  return [
    ...(label ? [`${mark} takes no label: […]`] : []),
    ...(Object.keys(node.attributes ?? {}).length > 0 ? [`${mark} takes no attributes: {…}`] : []),
    ...(node.type === "containerDirective" && !isClosed(node, markdown) ? [`${mark} is never closed`] : []),
  ];
}

/** What stands in a block, without its label. */
export function contentOf(node: Container): Container["children"] {
  return node.children.filter((child) => !isLabel(child));
}

/** Null where a block has none. */
export function labelOf({ children: [first] }: Container): Paragraph | null {
  return first?.type === "paragraph" && isLabel(first) ? first : null;
}

function isLabel(node: Nodes): boolean {
  return node.type === "paragraph" && node.data?.directiveLabel === true;
}

/** A block that is never closed reaches to the end of what it stands in. */
function isClosed({ position }: Container, markdown: string): boolean {
  return /\n[\t ]*:{3,}[\t ]*$/.test(markdown.slice(position?.start.offset, position?.end.offset));
}

/** A directive that was misspelt is text to the parser: `: figure[x]`, `::chart` within a line, `{{x}}`. Null where there is none. */
export function findStrayMark(text: string): string | null {
  return /:::|::\s?[a-z][\w-]*|:\s*[a-z][\w-]*\[|\{\{/i.exec(text)?.[0] ?? null;
}
