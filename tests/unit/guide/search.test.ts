import MiniSearch from "minisearch";
import { describe, expect, it } from "vitest";
import { findIn, queryLength, searchOptions, type Entry } from "#lib/guide/search-entry.ts";
import { entriesOf, searchIndexOf } from "#lib/guide/search.ts";
import { getBook, readGuide } from "#lib/guide/store.ts";
import { fullTinyGuide, tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

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

  it("names what a part, a step, an item or a resource stands in", () => {
    const within = (id: string) => entries.find((entry) => entry.id === id)?.within;
    expect(["law", "changed-law", "staying-current", "mle.tools", "mle.tools.serving", "resource-aws-mla-guide", "term-drift"].map(within)).toEqual(
      ["Staying current", "What changed since 2023", "", "Roadmap", "Tools", "Certification", ""]);
    const titles = entries.map(({ kind, title, within: place }) => [kind, title, place].join("|"));
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("leads from a resource to an item that shows it, or to the part of a section that lists it", () => {
    const { content, prose } = fullTinyGuide();
    const hrefOf = (id: string, data = content) => entriesOf(readGuide(data, prose).book!).find((entry) => entry.id === id)?.href;
    expect(hrefOf("resource-flour-book")).toBe("/guide/baker#bread.basics.loaf");
    const [step] = content.roadmap.steps;
    const unused = { ...content, roadmap: { steps: [{ ...step!, items: step!.items.map((item) => ({ ...item, resources: [] })) }] } };
    expect(hrefOf("resource-flour-book", unused)).toBe("/guide/baker#pay");
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

  it.each([["pyhton", "python"], ["tensroflow", "tensorflow"], ["kuberentes", "kubernetes"], ["precsiion recall", "precision recall"], ["what is a kuberentes?", "kubernetes"], ["cross-vaildation", "cross-validation"]])(
    "finds what two letters that changed places hide: %s as %s", (slipped, meant) => {
      expect(find(slipped)[0]?.id).toBe(find(meant)[0]!.id);
    });

  it("finds a number with and without its comma", () => {
    expect(find("112,590").length).toBeGreaterThan(0);
    expect(find("112590").map(({ id }) => id)).toEqual(find("112,590").map(({ id }) => id));
  });

  it.each([
    ["vLLM", "Frameworks"], ["XGBoost", "Frameworks"], ["CKAD", "Certifications"], ["NeurIPS", "Events"], ["reddit", "Communities"],
    ["Germany", "Elsewhere"], ["London", "Elsewhere"], ["EU AI Act", "Law"], ["conference", "Events"], ["salary", "Pay and outlook"],
    ["How much do machine learning engineers earn?", "Official wages"],
  ])("finds what stands in a list or a chart, and answers a question: %s is in %s", (query, section) => {
    expect(find(query).slice(0, 5).filter(({ kind }) => kind === "section").map(({ title }) => title)).toContain(section);
  });

  it.each([
    ["gpu", "Graphics processor"], ["GPUs", "Graphics processor"], ["rag", "Retrieval-augmented generation"], ["docker", "Container"],
    ["crossvalidation", "Cross-validation"], ["cross validation", "Cross-validation"], ["cross-validation", "Cross-validation"], ["finetuning", "Fine-tuning"],
    ["hyper parameter", "Hyperparameter"], ["quantization", "Quantisation"], ["résumé", "The first page"], ["resume", "The first page"], ["CV", "The first page"],
    ["salary", "Pay and outlook"], ["wages", "Official wages"], ["CI", "Write a small typed Python package that others can install"], ["aws certification", "Certifications"], ["neurips", "Events"], ["optimization", "Evaluate and optimise"],
  ])("finds first what a reader means by %s: %s", (query, title) => {
    expect(find(query)[0]?.title).toBe(title);
  });

  it.each([
    ["a title before a text", "PyTorch", "Train a neural network in PyTorch with a training loop you wrote"], ["other names before a text", "internship", "Getting experience"],
    ["a whole word before one that it begins", "what it is not", "What it is not"], ["a whole word before a slip of the hand", "moel cards", "Model card"],
    ["the guide's own words before what lies elsewhere", "Slack", "Communities"], ["a whole section before its parts", "outlook", "Pay and outlook"],
    ["what is asked for, whatever the words of the question", "what is an API", "API"],
  ])("puts %s: %s", (_, query, title) => {
    expect(find(query)[0]?.title).toBe(title);
  });

  it("looks for no word of a question that says nothing of what is asked for", () => {
    const idle = "a an and are as at be by can do does for from how i in is it its my of on or that the this to was what which who with you your";
    const asking = open(searchIndexOf(readGuide(tinyGuide(), { "the-work": tinyProse["the-work"].replace("Up at night.", `${idle} night.`) }).book!));
    expect(findIn(asking, "night")).not.toEqual([]);
    for (const word of idle.split(" ")) expect(findIn(asking, word), word).toEqual([]);
  });

  it("allows no slip in a short word, and none where something has the word as it is written", () => {
    expect(find("café")).toEqual([]);
    expect(find("event").some(({ words }) => words.has("even"))).toBe(false);
  });

  it("looks for the beginning of what is very long", () => {
    const long = "precision ".repeat(500);
    expect(find(long).map(({ id }) => id)).toEqual(find(long.slice(0, queryLength)).map(({ id }) => id));
    expect(find("x".repeat(5000))).toEqual([]);
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
