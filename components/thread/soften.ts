import type { Element, Nodes, Parents, Root, Text } from "hast";

/**
 * What Markdown becomes is made harmless and fitting before it is sanitized. HTML that was typed is shown as it was typed, not dropped.
 * A picture becomes a link to it, so that reading a message tells no other host who reads it. The alignment of a table's cells becomes a
 * class, since the content policy forbids styles.
 */
export function soften() {
  return (tree: Root) => walk(tree, false);
}

function walk(parent: Parents, inLink: boolean): void {
  parent.children = parent.children.map((child) => softened(child, parent, inLink)) as typeof parent.children;
  for (const child of parent.children) {
    if (child.type === "element") walk(child, inLink || child.tagName === "a");
  }
}

function softened(node: Nodes, parent: Parents, inLink: boolean): Nodes {
  if (node.type === "raw") return asTyped(node.value, parent);
  if (node.type !== "element") return node;
  if (node.tagName === "img") return pictureLink(node, inLink);
  if (node.tagName === "td" || node.tagName === "th") return alignedCell(node);
  return node;
}

const blocks = new Set(["blockquote", "li", "ul", "ol"]);

function asTyped(value: string, parent: Parents): Nodes {
  const text: Text = { type: "text", value };
  const isBlock = parent.type === "root" || (parent.type === "element" && blocks.has(parent.tagName));
  return isBlock ? { type: "element", tagName: "p", properties: {}, children: [text] } : text;
}

function pictureLink({ properties: { src, alt } }: Element, inLink: boolean): Nodes {
  const words: Text = { type: "text", value: String(alt || src || "picture") };
  // A link inside a link is none.
  return inLink ? words : { type: "element", tagName: "a", properties: { href: String(src ?? "") }, children: [words] };
}

const alignments: Record<string, string> = { left: "text-left", center: "text-center", right: "text-right" };

function alignedCell(cell: Element): Element {
  const { align, ...properties } = cell.properties;
  const className = alignments[String(align)];
  return { ...cell, properties: className === undefined ? properties : { ...properties, className: [className] } };
}
