import type { Book } from "#lib/guide/book.ts";

type Dated = Pick<Book, "head" | "changes">;

/** The day on which the guide last became another: changed, or its figures checked. A content's changes are newest first. */
export function lastModified({ head, changes: [newest] }: Dated): string {
  return newest && newest.day > head.updated ? newest.day : head.updated;
}

/** The changes of a guide as Atom (RFC 4287), newest first. `site` is where this installation is found. */
export function feedOf({ head, changes }: Dated, site: URL): string {
  const at = (path: string) => new URL(path, site).href;
  const page = at(`/guide/${head.slug}`);
  const entries = changes.map(({ id, day, title, text }) => [
    "  <entry>",
    `    <id>${escape(`${page}#${id}`)}</id>`,
    `    <title>${escape(title)}</title>`,
    `    <updated>${day}T00:00:00Z</updated>`,
    `    <link href="${escape(page)}"/>`,
    `    <content type="text">${escape(text)}</content>`,
    "  </entry>",
  ].join("\n"));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>${escape(page)}</id>`,
    `  <title>${escape(`${head.title}: changes of the guide`)}</title>`,
    `  <updated>${lastModified({ head, changes })}T00:00:00Z</updated>`,
    "  <author><name>Cairn</name></author>",
    `  <link rel="self" type="application/atom+xml" href="${escape(at(`/guide/${head.slug}.atom`))}"/>`,
    `  <link rel="alternate" type="text/html" href="${escape(page)}"/>`,
    ...entries,
    "</feed>",
    "",
  ].join("\n");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
