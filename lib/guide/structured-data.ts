import type { Book } from "#lib/guide/book.ts";
import { lastModified } from "#lib/guide/feed.ts";
import { everyBlock, termAnchor, textOf } from "#lib/guide/place.ts";
import type { Chapter } from "#lib/guide/prose.ts";

/** A page of the guide in the words of schema.org: the article, the way to it, and the terms where it defines them. */
export function describePage({ book, chapter, site }: { book: Book; chapter: Chapter; site: URL }): object {
  const { head, chapters, terms } = book;
  const isFront = chapter.id === chapters[0]?.id;
  const at = (path: string) => new URL(path, site).href;
  const front = at(`/guide/${head.slug}`);
  const url = isFront ? front : `${front}/${chapter.id}`;
  const publisher = { "@type": "Organization", name: "Cairn", url: at("/") };
  const article = {
    "@type": "TechArticle", "@id": `${url}#article`, url, mainEntityOfPage: url, inLanguage: "en",
    headline: isFront ? head.title : `${chapter.title}: ${head.title}`,
    description: isFront ? head.description : textOf(chapter.lede),
    image: at(cardPath(head.slug, chapter.id)), datePublished: book.changes.at(-1)?.day ?? head.updated, dateModified: lastModified(book), author: publisher, publisher, isAccessibleForFree: true,
    ...(!isFront && { isPartOf: { "@type": "TechArticle", "@id": `${front}#article`, name: head.title, url: front } }),
  };
  const way = [["Guides", at("/guide")], [head.title, front], ...(isFront ? [] : [[chapter.title, url]])];
  const breadcrumbs = {
    "@type": "BreadcrumbList",
    itemListElement: way.map(([name, item], index) => ({ "@type": "ListItem", position: index + 1, name, item })),
  };
  const definesTerms = everyBlock(chapter).some(({ type }) => type === "terms");
  const set = `${url}#terms`;
  const termSet = {
    "@type": "DefinedTermSet", "@id": set, name: `${chapter.title}: ${head.title}`, url,
    hasDefinedTerm: terms.map(({ id, names, means }) => ({
      "@type": "DefinedTerm", name: names[0], description: means, url: `${url}#${termAnchor(id)}`, inDefinedTermSet: set,
      ...(names.length > 1 && { alternateName: names.slice(1) }),
    })),
  };
  return { "@context": "https://schema.org", "@graph": [article, breadcrumbs, ...(definesTerms ? [termSet] : [])] };
}

/** The picture that is shown where a page is shared. */
export function cardPath(slug: string, sectionId: string): string {
  return `/guide/${slug}/cards/${sectionId}.png`;
}
