import MiniSearch from "minisearch";
import { describe, expect, it } from "vitest";
import { findIn, searchOptions, type Entry } from "#lib/guide/search-entry.ts";
import { entriesOf, searchIndexOf } from "#lib/guide/search.ts";
import { getBook, readGuide } from "#lib/guide/store.ts";
import { tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

const book = getBook("machine-learning-engineer")!;
const entries = entriesOf(book);
const open = (json: string) => MiniSearch.loadJSON<Entry>(json, searchOptions);
const index = open(searchIndexOf(book));
const find = (query: string) => findIn(index, query);

describe("What a search of the guide looks in", () => {
  it("holds every section, step, item, resource and term, each once", () => {
    const count = (kind: Entry["kind"]) => entries.filter((entry) => entry.kind === kind).length;
    const { guide, resources, terms, chapters } = book;
    expect([count("step"), count("item"), count("resource"), count("term")]).toEqual([6, 38, resources.length, terms.length]);
    expect(guide.steps).toHaveLength(6);
    expect(count("section")).toBeGreaterThanOrEqual(chapters.length);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it("leads to a place in the guide, or to a resource that no item names", () => {
    const inside = entries.filter(({ href }) => href.startsWith("/guide/"));
    expect(entries.filter((entry) => !inside.includes(entry)).every(({ kind, href }) => kind === "resource" && /^https?:/.test(href))).toBe(true);
    const anchors = inside.map(({ href }) => href.split("#")[1]).filter((anchor) => anchor !== undefined);
    expect(anchors.filter((anchor) => !book.places.has(anchor))).toEqual([]);
  });

  it("needs no code for another guide", () => {
    const bread = open(searchIndexOf(readGuide(tinyGuide(), tinyProse).book!));
    expect(findIn(bread, "loaf")[0]).toMatchObject({ kind: "item", title: "Bake a loaf" });
  });
});

describe("A search of the guide", () => {
  it.each(entries.filter(({ kind }) => kind === "term" || kind === "item").map(({ title, id }) => [title, id]))("finds %s by its name, among the first", (title, id) => {
    expect(find(title).slice(0, 3).map((finding) => finding.id)).toContain(id);
  });

  it("finds by the beginning of a word, with a slip of the hand, in any case and without accents", () => {
    for (const query of ["overfit", "overfiting", "OVERFITTING", "övérfitting"]) {
      expect(find(query).map(({ title }) => title.toLowerCase()), query).toContain("overfitting");
    }
  });

  it.each([
    ["vLLM", "Frameworks"], ["XGBoost", "Frameworks"], ["CKAD", "Certifications"], ["NeurIPS", "Events"], ["reddit", "Communities"],
    ["Germany", "Elsewhere"], ["London", "Elsewhere"], ["EU AI Act", "Law"], ["conference", "Events"], ["salary", "Pay and outlook"],
    ["How much do machine learning engineers earn?", "Pay and outlook"],
  ])("finds what stands in a list or a chart, and answers a question: %s is in %s", (query, section) => {
    expect(find(query).slice(0, 5).filter(({ kind }) => kind === "section").map(({ title }) => title)).toContain(section);
  });

  it("says which words matched, as they are folded", () => {
    expect([...find("Overfit")[0]!.words]).toContain("overfitting");
  });

  it("asks for all words where something has them all, and for some where nothing has", () => {
    expect(find("precision recall").every(({ words }) => words.size >= 2)).toBe(true);
    expect(find("precision xyzzyplugh").length).toBeGreaterThan(0);
  });

  it("finds nothing where there is nothing, and nothing for an empty query", () => {
    expect(find("xyzzyplugh")).toEqual([]);
    expect(find("  ")).toEqual([]);
  });
});
