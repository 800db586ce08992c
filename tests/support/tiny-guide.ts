import { hashRequirement } from "#lib/guide/edition.ts";
import type { CertificationContent, EventContent, FrameworkContent, GuideContent, TermContent } from "#lib/guide/schema.ts";

const item = {
  id: "bread.basics.loaf",
  title: "Bake a loaf",
  shows: "A photograph of the cut loaf",
  hours: { low: 3, high: 5 },
  edition: 1,
  criteria: [
    { id: "risen", text: "It has risen" },
    { id: "crust", text: "The crust is brown" },
  ],
  resources: ["flour-book"],
};

/** A whole second guide. It lives here alone, and shows that a guide needs content and no code. */
export function tinyGuide(): GuideContent {
  return {
    guide: {
      id: "bread",
      slug: "baker",
      title: "Baker",
      lede: "Those who rise early.",
      description: "What a baker does.",
      updated: "2026-11-23",
      sections: ["the-work"],
    },
    roadmap: {
      steps: [
        {
          id: "bread.basics",
          title: "Learn the basics",
          shortTitle: "Basics",
          summary: "Flour, water, salt, time.",
          hours: { low: 3, high: 5 },
          effort: "One weekend.",
          items: [structuredClone(item)],
          dimensions: [{ id: "patience", title: "Patience", levels: ["None", "Some", "Enough", "Plenty"] }],
        },
      ],
    },
    resources: [{ id: "flour-book", name: "The book of flour", url: "https://example.org/flour", kind: "book" }],
    editions: { [item.id]: { editions: [{ edition: 1, hashes: [hashRequirement(item)] }] } },
    sources: [{ id: "guild", name: "The guild", pages: [{ url: "https://example.org/guild" }], published: "2025", checked: "2026-11-23" }],
    pay: [
      {
        id: "baker-pay",
        role: "Bakers",
        place: "Utopia",
        year: 2025,
        currency: "EUR",
        per: "year",
        kind: "wages",
        statistic: "median",
        value: 31000,
        percentiles: { p10: 24000, p90: 42000 },
        source: "guild",
      },
    ],
    growth: [],
    measures: [],
    certifications: [],
    events: [],
    frameworks: [],
    terms: [],
    synonyms: [],
    changes: [],
    charts: [{ id: "pay", kind: "pay", title: "Pay", says: "Bread feeds.", caption: "Wages.", rows: [{ figure: "baker-pay", label: "Bakers" }] }],
  };
}

export const tinyProse = {
  "the-work": `# The work

:::lede
Up at night.
:::

A baker earns :figure[baker-pay], and the best :figure[baker-pay.p90]. It's :item[bread.basics.loaf].

## Pay :anchor[pay]

::chart[pay]

::roadmap

::sources
`,
};

export const guildMark: CertificationContent = {
  id: "guild-mark",
  vendor: "The guild",
  name: "The mark of the guild",
  status: "retired",
  since: "2026-06-30",
  dollars: 12,
  url: "https://example.org/mark",
  source: "guild",
};
export const fair: EventContent = {
  id: "fair",
  name: "The fair",
  held: { start: "2026-05-02", end: "2026-05-04", place: "Utopia" },
  url: "https://example.org/fair",
  source: "guild",
};
export const oven: FrameworkContent = { id: "oven", name: "Oven", role: "heat", version: { number: "2.1", seen: "2026-05" }, source: "guild" };
export const crumb: TermContent = { id: "crumb", names: ["Crumb", "crumbs"], means: "What the crust holds." };

/** The tiny guide with something in each of the lists that it may leave empty. */
export function fullTinyGuide(): { content: GuideContent; prose: Record<string, string> } {
  const content: GuideContent = {
    ...tinyGuide(),
    certifications: [
      { ...guildMark, replacedBy: "new-mark" },
      { id: "new-mark", vendor: "The guild", name: "The new mark", status: "beta", url: "https://example.org/new-mark", source: "guild" },
    ],
    events: [fair, { id: "next-fair", name: "The next fair", held: null, url: "https://example.org/next-fair" }],
    frameworks: [oven],
    terms: [crumb],
    changes: [{ id: "first-edition", day: "2026-11-23", title: "First edition", text: "It begins." }],
  };
  const lists = "\nLook at the :term[crumbs].\n\n::certifications\n\n::events\n\n::frameworks\n\n::terms\n\n::resources[flour-book]\n";
  return { content, prose: { "the-work": tinyProse["the-work"] + lists } };
}

/** The tiny guide with records that say all that a record of pay or growth may, each in a chart: no two of their numbers are alike. */
export function chartedTinyGuide(): { content: GuideContent; prose: Record<string, string> } {
  const content = tinyGuide();
  const [bakers] = content.pay;
  content.pay = [{
    ...bakers!,
    percentiles: { p10: 24000, p25: 27000, p75: 36000, p90: 42000 },
    mean: 33000, entry: 22000, seniorFrom: 40000, employment: 1900, sample: 120, level: "masters", caution: "A small sample.",
  }, { id: "miller-pay", role: "Millers", place: "Utopia", year: 2024, currency: "EUR", per: "year", kind: "wages", statistic: "mean", value: 45000, source: "guild" }];
  content.growth = [
    { id: "rise", occupation: "Bakers", place: "Utopia", period: "2024-34", growthPercent: 3, jobsStart: 1000, jobsAdded: 30, jobsEnd: 1030, openingsPerYear: 75, entryEducation: "an apprenticeship", source: "guild" },
    { id: "miller-rise", occupation: "Millers", place: "Utopia", period: "2024-34", growthPercent: 12, source: "guild" },
  ];
  content.charts = [
    { id: "pay", kind: "pay", title: "Pay", says: "Bread feeds.", caption: "Wages.", rows: [{ figure: "baker-pay", label: "Bakers", detail: "masters" }, { figure: "miller-pay", label: "Millers" }] },
    { id: "growth", kind: "growth", title: "Growth", says: "Bread rises.", caption: "Jobs.", rows: [{ figure: "rise", label: "Bakers" }, { figure: "miller-rise", label: "Millers", detail: "of flour" }] },
  ];
  return { content, prose: { "the-work": `${tinyProse["the-work"]}\n::chart[growth]\n\n::records[baker-pay]\n` } };
}
