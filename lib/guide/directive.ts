import type { Nodes, RootContent } from "mdast";

type Container = Extract<RootContent, { type: "containerDirective" }>;
type Directive = Extract<Nodes, { type: "textDirective" | "leafDirective" | "containerDirective" }>;

/** What is written with a label: `:figure[…]`, `::chart[…]`. No other directive has one, and none has attributes. */
const labelled = new Set(["figure", "source", "item", "anchor", "term", "chart", "records", "items", "resources"]);
const colons = { textDirective: ":", leafDirective: "::", containerDirective: ":::" } as const;

/** What a directive carries that nobody reads, and whether a block is closed. `markdown` is the whole section. */
export function findDirectiveProblems(node: Directive, markdown: string): string[] {
  const mark = `${colons[node.type]}${node.name}`;
  const label = node.type === "containerDirective" ? isLabel(node.children[0]) : node.children.length > 0 && !labelled.has(node.name);
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

function isLabel(node: Nodes | undefined): boolean {
  return node?.type === "paragraph" && node.data?.directiveLabel === true;
}

/** A block that is never closed reaches to the end of what it stands in. */
function isClosed({ position }: Container, markdown: string): boolean {
  return /\n[\t ]*:{3,}[\t ]*$/.test(markdown.slice(position?.start.offset, position?.end.offset));
}

/** A directive that was misspelt is text to the parser: `: figure[x]`, `::chart` within a line, `{{x}}`. Null where there is none. */
export function findStrayMark(text: string): string | null {
  return /:::|::\s?[a-z][\w-]*|:\s*[a-z][\w-]*\[|\{\{/i.exec(text)?.[0] ?? null;
}
