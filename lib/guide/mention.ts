import type { Book } from "#lib/guide/book.ts";
import { findsPlace } from "#lib/guide/link.ts";
import { sectionHref } from "#lib/guide/place.ts";
import type { Problem } from "#lib/guide/problem.ts";
import type { GuideContent } from "#lib/guide/schema.ts";

/** What stands in a guide once, whole. */
export type ListingName = "roadmap" | "terms" | "sources" | "resource-pages";

/** What a section says of the guide as a whole, to be judged when all sections are read: where something leads, what is found there, and what is listed. */
export type Mention = { field: string } & ({ kind: "link"; href: string; message: string } | { kind: "anchor"; anchor: string } | { kind: "listing"; name: ListingName });

/** What the sections say of the guide, by the section that says it. */
export type Mentions = readonly (Mention & { section: string })[];

/** Links, items and terms that lead to what stands on no page of the guide, and links to guides that are not among `slugs`. */
export function findLostLinks(mentions: Mentions, book: Pick<Book, "head" | "chapters" | "places">, slugs: readonly string[]): Problem[] {
  const pages = new Map(book.chapters.map(({ id }) => [sectionHref(book, id), id]));
  return mentions.flatMap((mention) => mention.kind === "link" && !findsPlace(mention.href, { slug: book.head.slug, slugs, pages, places: book.places })
    ? [{ file: `${mention.section}.md`, field: mention.field, message: mention.message }] : []);
}

/** A guide shows its roadmap and its sources once, and so its terms where it has any: notes, items and terms lead there. */
export function findListingProblems(mentions: Mentions, { terms }: Pick<GuideContent, "terms">): Problem[] {
  const needed = new Set<ListingName>(terms.length > 0 ? ["roadmap", "sources", "terms"] : ["roadmap", "sources"]);
  const listings = mentions.filter((mention) => mention.kind === "listing");
  const missing = [...needed].filter((name) => listings.every((listing) => listing.name !== name));
  const repeated = listings.filter(({ name }, index) => listings.findIndex((listing) => listing.name === name) < index);
  return [
    ...missing.map((name) => ({ file: "guide.ts", field: "sections", message: `none of them has ::${name}` })),
    ...repeated.map(({ section, field, name }) => ({ file: `${section}.md`, field, message: `::${name} stands twice in the guide` })),
  ];
}
