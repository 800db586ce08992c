/** The words of rendered HTML, with a space where a tag stood between them. */
export function wordsOf(html: string): string {
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").replace(/ (?=[.,;:])/g, "").trim();
}

/** The rows of the first table of rendered HTML, with its head, cell by cell. */
export function rowsOf(html: string): string[][] {
  const [table = ""] = /<table.*?<\/table>/s.exec(html) ?? [];
  return [...table.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) => [...row.matchAll(/<t[hd][ >].*?<\/t[hd]>/gs)].map(([cell]) => wordsOf(cell)));
}

/** The marks of a drawing's axis: where each value stands, in the drawing's own units. */
export function axisOf(svg: string): { label: string; x: number }[] {
  return [...svg.matchAll(/<line x1="(\d+)".*?<text[^>]*>([^<]*)<\/text>/g)].map(([, x, label = ""]) => ({ label, x: Number(x) }));
}

/** The numbers that some attributes of each match have, in the order of the groups. */
export function numbersIn(svg: string, pattern: RegExp): number[][] {
  return [...svg.matchAll(pattern)].map(([, ...groups]) => groups.map(Number));
}
