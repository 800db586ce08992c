import { describe, expect, it } from "vitest";
import type { CertificationContent, EventContent, FrameworkContent } from "#lib/guide/schema.ts";
import { first, firstItem, loaves, problemsOf, rise, unchanged, written } from "#tests/support/broken-guide.ts";
import { crumb, fair, guildMark, oven, tinyProse } from "#tests/support/tiny-guide.ts";

describe("A guide is refused, with file and field,", () => {
  it("when a key is unknown", () => {
    expect(problemsOf((content) => Object.assign(first(content.pay), { bonus: 1 }))).toContain('baker/pay.ts: [0]: Unrecognized key: "bonus"');
  });

  it("when a figure has no source", () => {
    expect(problemsOf((content) => Reflect.deleteProperty(first(content.pay), "source"))).toContain("baker/pay.ts: [0].source: ");
  });

  it("when a figure's source does not exist", () => {
    expect(problemsOf((content) => (first(content.pay).source = "nobody"))).toContain("baker/pay.ts: baker-pay.source: there is no source nobody");
  });

  it("when a figure names a page that its source does not have", () => {
    expect(problemsOf((content) => (first(content.pay).page = "https://nobody.example/"))).toContain("baker/pay.ts: baker-pay.page: guild has no page https://nobody.example/");
  });

  it("when an id is used twice", () => {
    expect(problemsOf((content) => content.sources.push(first(content.sources)))).toContain("baker/sources.ts: [1].id: duplicate id guild");
    expect(problemsOf((content) => (firstItem(content).criteria[1] = { id: "risen", text: "Again" }))).toContain(
      "baker/roadmap.ts: bread.basics.loaf.criteria: duplicate id bread.basics.loaf.risen",
    );
  });

  it("when an item names a resource that does not exist", () => {
    expect(problemsOf((content) => firstItem(content).resources.push("lost-book"))).toContain("bread.basics.loaf.resources: there is no resource lost-book");
  });

  it("when a chart's row has no record", () => {
    expect(problemsOf((content) => (first(first(content.charts).rows).figure = "lost"))).toContain("baker/charts.ts: pay.rows: there is no record of pay lost");
  });

  it("when a change stands above a later one", () => {
    const disordered = problemsOf((content) => {
      content.changes.push({ id: "old", day: "2026-11-01", title: "Old", text: "Old." }, { id: "new", day: "2026-11-02", title: "New", text: "New." });
    });
    expect(disordered).toContain("baker/changes.ts: new.day: is later than the one above it: the newest stands first");
  });

  it("when a chart mixes currencies on one axis", () => {
    const mixed = problemsOf((content) => {
      content.pay.push({ ...first(content.pay), id: "baker-pay-gb", currency: "GBP" });
      first(content.charts).rows.push({ figure: "baker-pay-gb", label: "British bakers" });
    });
    expect(mixed).toContain("baker/charts.ts: pay: mixes EUR per year and GBP per year on one axis");
  });

  it("when an item's id does not begin with its step's", () => {
    expect(problemsOf((content) => (firstItem(content).id = "bread.other.loaf"))).toContain("bread.other.loaf: must begin with bread.basics.");
  });

  it.each([
    ["a figure", ":figure[lost]", "there is no figure lost"],
    ["a source", "x:source[lost]", "there is no source lost"],
    ["an item", ":item[lost]", "there is no item lost"],
    ["a chart", "::chart[lost]", "there is no chart lost"],
    ["a term", ":term[lost]", "there is no term lost"],
    ["a resource", "::resources[lost]", "there is no resource lost"],
    ["a record of pay", "::records[lost]", "there is no record of pay lost"],
  ])("when prose refers to %s that does not exist", (_what, body, message) => {
    expect(problemsOf(unchanged, written(`\n${body}\n`))).toMatch(new RegExp(`baker/the-work\\.md: line \\d+: ${message}`));
  });

  it.each(["#oven", "/guide/baker/ovens", "/guide/baker/the-work", "/guide/baker#oven", "/guide/baker.pdf", "/guide/baker/all#oven"])("when a link leads to %s, a place that the guide does not have", (href) => {
    expect(problemsOf(unchanged, written(`\n[the oven](${href})\n`))).toContain(`baker/the-work.md: line 17: there is no place ${href}`);
  });

  it("but not when a link leads to a place that it has, to another guide or out of it", () => {
    const led = ["#pay", "/guide/baker", "/guide/baker#pay", "/guide/baker/all#bread.basics", "/guide/baker.md", "/guide/bakery/all", "/guide", "/roadmap/baker", "https://example.org/a?b=c#d"];
    expect(problemsOf(unchanged, written(led.map((href) => `\n[there](${href})\n`).join("")), ["bakery"])).toMatch(/\b0 problems/);
  });

  it.each(["/guide/bakers", "/guide/bakers/all", "/guide/bakers.md", "/guide/bak", "/guide/"])("when a link leads to %s, a guide that there is not", (href) => {
    expect(problemsOf(unchanged, written(`\n[there](${href})\n`), ["bakery"])).toContain(`baker/the-work.md: line 17: there is no place ${href}`);
  });

  it.each(["/guide/%62aker/nope", "/%67uide/nobody", "/guide/baker#%70ay"])("when a link into the site is written in percents, which hide where it leads: %s", (href) => {
    expect(problemsOf(unchanged, written(`\n[there](${href})\n`))).toContain(`baker/the-work.md: line 17: an address within the site is written without %: ${href}`);
  });

  it.each([
    ["an item in the text", ":item[bread.basics.loaf]", ":item[bread.basics.loaf] leads nowhere: no section has ::roadmap"],
    ["an item of a list", "::items[bread.basics.loaf]", "::items[bread.basics.loaf] leads nowhere: no section has ::roadmap"],
    ["a term", ":term[crumb]", ":term[crumb] leads nowhere: no section has ::terms"],
  ])("when %s is on no page of it", (_what, body, message) => {
    const prose = written(`\n${body}\n`)["the-work"].replace("::roadmap\n", "\n");
    expect(problemsOf((content) => content.terms.push(crumb), { "the-work": prose })).toContain(`baker/the-work.md: line 17: ${message}`);
  });

  it("when it does not show its roadmap, its sources and its terms, each once", () => {
    const without = (name: string) => problemsOf((content) => content.terms.push(crumb), { "the-work": `${tinyProse["the-work"]}\n::terms\n`.replace(`::${name}\n`, "\n") });
    for (const name of ["roadmap", "sources", "terms"]) {
      expect(without(name)).toContain(`baker/guide.ts: sections: none of them has ::${name}`);
      expect(problemsOf(unchanged, written(`\n::terms\n\n::${name}\n`))).toMatch(new RegExp(`baker/the-work.md: line \\d+: ::${name} stands twice in the guide`));
    }
    expect(problemsOf(unchanged)).toMatch(/\b0 problems/);
  });

  it.each([
    ["a list names nothing", `${tinyProse["the-work"]}\n::resources\n`, "::resources names nothing"],
    ["a block is unknown", `${tinyProse["the-work"]}\n:::shout\nHey.\n:::\n`, "unknown block :::shout"],
    ["a directive of its own line is unknown", `${tinyProse["the-work"]}\n::shout\n`, "unknown directive ::shout"],
    ["a heading lies too deep", `${tinyProse["the-work"]}\n#### Ovens :anchor[ovens]\n`, "headings below the title are ## or ###"],
    ["it has no title", tinyProse["the-work"].replace("# The work\n", ""), "must begin with the section's title"],
    ["it has no lede", tinyProse["the-work"].replace(":::lede\nUp at night.\n:::\n", ""), "the title must be followed by :::lede"],
  ])("when prose is not put together as a section is: %s", (_what, prose, message) => {
    expect(problemsOf(unchanged, { "the-work": prose })).toMatch(new RegExp(`baker/the-work\\.md: line \\d+: ${message}`));
  });

  it("when hours run backwards, or an id is none", () => {
    expect(problemsOf((content) => (firstItem(content).hours = { low: 9, high: 4 }))).toContain("hours: low must not exceed high");
    expect(problemsOf((content) => (first(content.sources).id = "The Guild"))).toContain("baker/sources.ts: [0].id: must be lower-case words joined by hyphens");
    expect(problemsOf((content) => (firstItem(content).id = "bread"))).toContain("must look like mle.foundations.pca");
  });

  it("when a chart holds a number that is no figure, or a row without a record of growth", () => {
    expect(problemsOf((content) => (first(content.charts).says = "Bakers earn 31,000 a year"))).toContain('baker/charts.ts: pay: "31,000" is a number without a source');
    expect(problemsOf((content) => (first(content.charts).kind = "growth"))).toContain("baker/charts.ts: pay.rows: there is no record of growth baker-pay");
  });

  it("when growth or a measure names a source that does not exist, or none", () => {
    const more = (list: "growth" | "measures", source: string | undefined) =>
      problemsOf((content) => Object.assign(content, { [list]: [{ ...{ growth: rise, measures: loaves }[list], ...(source && { source }) }] }));
    expect(more("growth", "nobody")).toContain("baker/growth.ts: rise.source: there is no source nobody");
    expect(more("measures", "nobody")).toContain("baker/measures.ts: loaves.source: there is no source nobody");
    expect(more("growth", undefined)).toContain("baker/growth.ts: [0].source: ");
    expect(more("measures", undefined)).toContain("baker/measures.ts: [0].source: ");
    expect([more("growth", "guild"), more("measures", "guild")]).toEqual([expect.stringMatching(/\b0 problems/), expect.stringMatching(/\b0 problems/)]);
  });

  it.each([" Baker", "Baker ", "Baker\n", " "])("when words have space around them: %j", (title) => {
    expect(problemsOf((content) => (content.guide.title = title))).toContain("baker/guide.ts: title: must not begin or end with a space");
  });

  it("when a caution is no sentence, since others follow it in the note", () => {
    expect(problemsOf((content) => (first(content.pay).caution = "A small sample"))).toContain("baker/pay.ts: [0].caution: must end as a sentence does");
    expect(problemsOf((content) => (first(content.sources).caution = "Members only"))).toContain("baker/sources.ts: [0].caution: must end as a sentence does");
  });

  it.each(["cost", "note"] as const)("when the %s of a resource holds a number and nobody has looked", (field) => {
    const withNumber = (seen: boolean) => problemsOf((content) => {
      Object.assign(first(content.resources), { [field]: "About 40 pages", ...(seen && { seen: { day: "2026-11-23", at: "https://example.org/flour", published: null } }) });
    });
    expect(withNumber(false)).toContain(`baker/resources.ts: flour-book.${field}: "40" is a number that nobody has seen: say in \`seen\` when and where it was`);
    expect(withNumber(true)).toMatch(/\b0 problems/);
  });

  it("when what is said of a source holds a number and nobody has opened it", () => {
    const withNumber = (checked: string | null) => problemsOf((content) => Object.assign(first(content.sources), { checked, note: "It has 40 members." }));
    expect(withNumber(null)).toContain('baker/sources.ts: guild.note: "40" is a number that nobody has seen');
    expect(withNumber("2026-11-23")).toMatch(/\b0 problems/);
  });

  it("when prose holds a number that is no figure, in code, a heading or the title too", () => {
    expect(problemsOf(unchanged, written("\nBakers earn 31,000 a year.\n"))).toContain('"31,000" is a number without a source');
    expect(problemsOf(unchanged, written("\nBakers earn `31000`.\n"))).toContain('baker/the-work.md: line 17: "31000" is a number without a source');
    expect(problemsOf(unchanged, written("\n## The 8 ovens :anchor[ovens]\n"))).toContain('baker/the-work.md: line 17: "8" is a number without a source');
    expect(problemsOf(unchanged, { "the-work": tinyProse["the-work"].replace("# The work", "# The 8 works") })).toContain('baker/the-work.md: line 1: "8" is a number without a source');
    expect(problemsOf(unchanged, written("\nIn 2025 an F1 baker sat AI-102.\n"))).toMatch(/\b0 problems/);
  });

  it("when words outside of the prose hold a number that is no figure", () => {
    for (const field of ["title", "lede", "description"] as const) {
      expect(problemsOf((content) => (content.guide[field] = "The 40 bakers"))).toContain(`baker/guide.ts: ${field}: "40" is a number without a source`);
    }
    for (const field of ["title", "shortTitle", "summary"] as const) {
      expect(problemsOf((content) => (first(content.roadmap.steps)[field] = "About 40"))).toContain(`baker/roadmap.ts: bread.basics.${field}: "40" is a number without a source`);
    }
    for (const field of ["title", "text"] as const) {
      const change = { id: "first", day: "2026-11-23", title: "First", text: "It begins.", [field]: "About 40" };
      expect(problemsOf((content) => content.changes.push(change))).toContain(`baker/changes.ts: first.${field}: "40" is a number without a source`);
    }
    expect(problemsOf((content) => content.terms.push({ ...crumb, names: ["40 crumbs"] }))).toContain('baker/terms.ts: crumb.names: "40" is a number without a source');
    expect(problemsOf((content) => (first(content.roadmap.steps).effort = "At 10 hours a week."))).toMatch(/\b0 problems/);
  });

  it.each(["resources[flour-book]", "certifications", "events", "frameworks", "roadmap", "terms", "sources", "resource-pages"])("when ::%s stands in a list or a block, where what leads to it would not find it", (listing) => {
    const name = listing.replace(/\[.*/, "");
    expect(problemsOf(unchanged, written(`\n- So\n\n  ::${listing}\n`))).toContain(`baker/the-work.md: line 19: ::${name} may not stand in a list`);
    expect(problemsOf(unchanged, written(`\n:::update\n::${listing}\n:::\n`))).toContain(`baker/the-work.md: line 18: ::${name} may not stand in a block`);
  });

  it.each([
    ["a block that is never closed", "\n:::update\nSo it is.\n", ":::update is never closed"],
    ["a heading within a block", "\n:::update\nSo it is.\n\n## Ovens :anchor[ovens]\n:::\n", "a heading may not stand in a block"],
    ["a heading within a list", "\n- ## Ovens :anchor[ovens]\n", "a heading may not stand in a list"],
    ["a block within a block", "\n::::update\n:::day\nSo it is.\n:::\n::::\n", ":::day may not stand in another block"],
    ["a block within a list of a block", "\n::::update\n- So\n\n  :::day\n  it is.\n  :::\n::::\n", ":::day may not stand in another block"],
    ["an empty block", "\n:::update\n:::\n", ":::update is empty"],
    ["a label of a block", "\n:::day[New]\nSo it is.\n:::\n", ":::day takes no label"],
    ["a label with marks", "\n:::update[*New*]\nSo it is.\n:::\n", "the label of :::update must be plain words"],
    ["a label without words", "\n:::update[]\nSo it is.\n:::\n", "the label of :::update must be plain words"],
    ["a label with a number that is no figure", "\n:::update[New in 40 towns]\nSo it is.\n:::\n", '"40" is a number without a source'],
    ["a label where nothing is named", "\n::resource-pages[flour-book]\n", "::resource-pages takes no label"],
    ["attributes", '\n::items[bread.basics.loaf]{open="yes"}\n', "::items takes no attributes"],
    ["attributes in the text", "\nThe :item[bread.basics.loaf]{.big} one.\n", ":item takes no attributes"],
    ["attributes of an anchor", "\n## Ovens :anchor[ovens]{.big}\n", ":anchor takes no attributes"],
    ["an id twice", "\n::items[bread.basics.loaf bread.basics.loaf]\n", "::items names bread.basics.loaf twice"],
    ["a figure with a third part", "\nThey earn :figure[baker-pay.value.much].\n", "there is no figure baker-pay.value.much"],
    ["a heading without words", "\n## :anchor[ovens]\n", "a heading needs words"],
    ["an anchor in capitals", "\n## Ovens :anchor[Ovens]\n", "an anchor is lower-case words joined by hyphens"],
    ["an anchor with a space", "\n## Ovens :anchor[the ovens]\n", "an anchor is lower-case words joined by hyphens"],
    ["the anchor of every page", "\n## Ovens :anchor[main]\n", 'an anchor is lower-case words joined by hyphens, and none that pages make themselves: main'],
    ["colons within a line", "\nSo it is. ::: Or not.\n", '":::" was not understood'],
    ["a directive of its own line within one", "\nSee ::items[bread.basics.loaf]\n", '"::items" was not understood'],
    ["a directive with a space", "\nThey earn : figure[baker-pay].\n", '": figure[" was not understood'],
    ["a directive that was escaped", "\nThey earn \\:figure[baker-pay].\n", '":figure[" was not understood'],
    ["marks of another language", "\nThey earn {{baker-pay}}.\n", '"{{" was not understood'],
  ])("when its Markdown holds %s", (_what, body, message) => {
    expect(problemsOf(unchanged, written(body))).toMatch(new RegExp(`baker/the-work\\.md: line (17|18|19|20): ${message.replace(/[[{\\.]/g, "\\$&")}`));
  });

  it.each([
    ["two paragraphs", ":::lede\nUp at night.\n\nAnd early.\n:::"],
    ["a list", ":::lede\n- Up at night.\n:::"],
    ["nothing", ":::lede\n:::"],
    ["all that follows, since it is never closed", ":::lede\nUp at night."],
  ])("when its lede holds %s", (_what, lede) => {
    const prose = tinyProse["the-work"].replace(":::lede\nUp at night.\n:::", lede);
    expect(problemsOf(unchanged, { "the-work": prose })).toContain("baker/the-work.md: line 3: :::lede must hold one paragraph and nothing else");
  });

  it("when its lede has a label", () => {
    expect(problemsOf(unchanged, { "the-work": tinyProse["the-work"].replace(":::lede", ":::lede[Early]") })).toContain("baker/the-work.md: line 3: :::lede takes no label");
  });

  it("when a section has no words for its title, marks in it, or nothing below its lede", () => {
    for (const title of ["#", "# The **work**", "# The :term[crumb]"]) {
      expect(problemsOf(unchanged, { "the-work": tinyProse["the-work"].replace("# The work", title) })).toContain("baker/the-work.md: line 1: the section's title must be plain words");
    }
    expect(problemsOf(unchanged, { "the-work": "# The work\n\n:::lede\nUp at night.\n:::\n" })).toContain("baker/the-work.md: line 1: has nothing below its lede");
  });

  it.each(["note-the-work-1", "source-guild", "in-this-guide"])("when an anchor could be one that pages make themselves: %s", (anchor) => {
    expect(problemsOf(unchanged, written(`\n## Ovens :anchor[${anchor}]\n`))).toContain(`baker/the-work.md: line 17: an anchor is lower-case words joined by hyphens, and none that pages make themselves: ${anchor}`);
    expect(problemsOf((content) => (content.guide.sections = [anchor]))).toContain("baker/guide.ts: sections[0]: is an anchor that pages make themselves");
  });

  it("when an anchor or a section is named as the opening of a section on the front page", () => {
    expect(problemsOf(unchanged, written("\n## Ovens :anchor[in-the-work]\n"))).toContain("baker/the-work.md: line 17: duplicate anchor in-the-work");
    expect(problemsOf((content) => content.guide.sections.push("in-the-work"), { ...tinyProse, "in-the-work": "# Inside\n\n:::lede\nHot.\n:::\n\nIt glows.\n" })).toContain("baker/in-the-work.md: anchors: duplicate anchor in-the-work");
    expect(problemsOf(unchanged, written("\n## In Utopia :anchor[in-utopia]\n"))).toMatch(/\b0 problems/);
  });

  it("when a section is named as the anchor of every page, or as a folder below the guide", () => {
    expect(problemsOf((content) => (content.guide.sections = ["main"]))).toContain("baker/guide.ts: sections[0]: is an anchor that pages make themselves");
    for (const folder of ["all", "cards", "files"]) {
      expect(problemsOf((content) => (content.guide.sections = [folder]))).toContain("baker/guide.ts: sections[0]: has another meaning below a guide's address");
    }
  });

  it("when prose uses a directive or a kind of markup that is unknown", () => {
    expect(problemsOf(unchanged, written("\n:shout[hey]\n"))).toContain("unknown directive :shout");
    expect(problemsOf(unchanged, written("\n<b>bold</b>\n"))).toContain("html is not used in guides");
  });

  it("when a link leads anywhere but to https or into the site", () => {
    expect(problemsOf(unchanged, written("\n[x](javascript:alert)\n"))).toContain("a link must be https, # or /: javascript:alert");
    for (const href of ["http://example.org", "//evil.example", "mailto:a@example.org", "ovens"]) {
      expect(problemsOf(unchanged, written(`\n[x](${href})\n`))).toContain(`baker/the-work.md: line 17: a link must be https, # or /: ${href}`);
    }
  });

  it("when a link is no address", () => {
    for (const href of ["https://", "https://example.org:99999/"]) {
      expect(problemsOf(unchanged, written(`\n[x](${href})\n`))).toContain(`baker/the-work.md: line 17: this is no address: ${href}`);
    }
    for (const href of ["/\\\\evil.example", "<https://example.org/two words>", "/&Tab;/evil.example"]) {
      expect(problemsOf(unchanged, written(`\n[x](${href})\n`))).toContain("baker/the-work.md: line 17: an address has no spaces and no backslashes");
    }
  });

  it("when a heading has no stable anchor, or one that is taken", () => {
    expect(problemsOf(unchanged, written("\n## Ovens\n"))).toContain("a heading needs a stable anchor");
    expect(problemsOf(unchanged, written("\n## Ovens :anchor[pay]\n"))).toContain("baker/the-work.md: line 17: duplicate anchor pay");
    expect(problemsOf(unchanged, written("\n::chart[pay]\n"))).toContain("baker/the-work.md: line 17: duplicate anchor chart-pay");
  });

  it("when a section has no file, or a file no section", () => {
    expect(problemsOf((content) => content.guide.sections.push("ovens"))).toContain("baker/guide.ts: sections[1]: there is no ovens.md");
    expect(problemsOf(unchanged, { ...tinyProse, ovens: "# Ovens\n\n:::lede\nHot.\n:::\n" })).toContain("baker/ovens.md: all of it: is not among the sections");
  });
});

describe("A record with a state of its own is refused", () => {
  const withMark = (change: Partial<CertificationContent>) => problemsOf((content) => content.certifications.push({ ...guildMark, ...change }));
  const withFair = (change: Partial<EventContent>) => problemsOf((content) => content.events.push({ ...fair, ...change }));
  const withOven = (change: Partial<FrameworkContent>) => problemsOf((content) => content.frameworks.push({ ...oven, ...change }));

  it("when what replaces it does not exist, or is itself", () => {
    expect(withMark({ replacedBy: "lost" })).toContain("baker/certifications.ts: guild-mark.replacedBy: there is no other certification lost");
    expect(withMark({ replacedBy: "guild-mark" })).toContain("guild-mark.replacedBy: there is no other certification guild-mark");
  });

  it("when it has ended and does not say when", () => {
    const ended = problemsOf((content) => {
      content.certifications.push({ ...guildMark });
      Reflect.deleteProperty(first(content.certifications), "since");
    });
    expect(ended).toContain("baker/certifications.ts: [0].since: must say when it ended");
  });

  it("when its source does not exist", () => {
    expect(withMark({ source: "nobody" })).toContain("baker/certifications.ts: guild-mark.source: there is no source nobody");
    expect(withFair({ source: "nobody" })).toContain("baker/events.ts: fair.source: there is no source nobody");
    expect(withOven({ source: "nobody" })).toContain("baker/frameworks.ts: oven.source: there is no source nobody");
  });

  it("when it claims something and names no source", () => {
    const unsourced = (list: "certifications" | "frameworks" | "events") =>
      problemsOf((content) => {
        const record: { source?: string } = { ...{ certifications: guildMark, frameworks: oven, events: fair }[list] };
        delete record.source;
        Object.assign(content, { [list]: [record] });
      });
    expect(unsourced("certifications")).toContain("baker/certifications.ts: [0].source: ");
    expect(unsourced("frameworks")).toContain("baker/frameworks.ts: [0].source: ");
    expect(unsourced("events")).toContain("baker/events.ts: fair.source: what is said of it needs a source");
    expect(problemsOf((content) => content.events.push({ id: "fair", name: "The fair", held: null, url: fair.url }))).toMatch(/\b0 problems/);
  });

  it("when its price or validity is credited to a source that does not exist, or there is none to credit", () => {
    const withMark = (mark: Partial<CertificationContent>) => problemsOf((content) => content.certifications.push({ ...guildMark, ...mark }));
    expect(withMark({ statusSource: "nobody" })).toContain("baker/certifications.ts: guild-mark.statusSource: there is no source nobody");
    expect(withMark({ priceSource: "nobody" })).toContain("baker/certifications.ts: guild-mark.priceSource: there is no source nobody");
    expect(withMark({ validYears: 2, validitySource: "nobody" })).toContain("guild-mark.validitySource: there is no source nobody");
    expect(withMark({ dollars: undefined, priceSource: "guild" })).toContain("baker/certifications.ts: [0].priceSource: is of no price");
    expect(withMark({ validitySource: "guild" })).toContain("baker/certifications.ts: [0].validitySource: is of no validity");
  });

  it("when an event ends before it begins", () => {
    expect(withFair({ held: { start: "2026-05-02", end: "2026-04", place: "Utopia" } })).toContain("baker/events.ts: [0].held.end: must not lie before the start");
  });

  it("when its id is used twice", () => {
    expect(problemsOf((content) => content.certifications.push(guildMark, guildMark))).toContain("baker/certifications.ts: [1].id: duplicate id guild-mark");
    expect(problemsOf((content) => content.events.push(fair, fair))).toContain("baker/events.ts: [1].id: duplicate id fair");
    expect(problemsOf((content) => content.frameworks.push(oven, oven))).toContain("baker/frameworks.ts: [1].id: duplicate id oven");
    const change = { id: "first", day: "2026-11-23", title: "First", text: "It begins." };
    expect(problemsOf((content) => content.changes.push(change, change))).toContain("baker/changes.ts: [1].id: duplicate id first");
  });

  it("and not otherwise", () => {
    const whole = problemsOf((content) => {
      content.certifications.push({ ...guildMark, replacedBy: "new-mark" }, { ...guildMark, id: "new-mark", status: "active" });
      content.events.push(fair);
      content.frameworks.push(oven);
    });
    expect(whole).toMatch(/\b0 problems/);
  });
});

describe("A synonym is refused", () => {
  it("when it leads nowhere, or to where another one leads", () => {
    expect(problemsOf((content) => content.synonyms.push({ words: ["oven"], place: "oven" }))).toContain("baker/synonyms.ts: [0].place: there is no place oven");
    expect(problemsOf((content) => content.synonyms.push({ words: ["crust"], place: "pay" }, { words: ["rind"], place: "pay" }))).toContain("baker/synonyms.ts: [1].place: duplicate id pay");
  });
});

describe("A term is refused", () => {
  it("when its id or one of its names is taken", () => {
    expect(problemsOf((content) => content.terms.push(crumb, { ...crumb, names: ["Inside"] }))).toContain("baker/terms.ts: [1].id: duplicate id crumb");
    expect(problemsOf((content) => content.terms.push(crumb, { ...crumb, id: "crumbs" }))).toContain("baker/terms.ts: [1].names: duplicate id crumbs");
  });

  it("when it is explained with a number", () => {
    expect(problemsOf((content) => content.terms.push({ ...crumb, means: "About 40 grams." }))).toContain(
      'baker/terms.ts: crumb: "40" is a number without a source',
    );
  });
});

describe("An edition", () => {
  it("must be raised, or the wording recorded, when a requirement's text changes", () => {
    const changed = problemsOf((content) => (firstItem(content).title = "Bake two loaves"));
    expect(changed).toContain("baker/editions.ts: bread.basics.loaf: the requirement's text changed under edition 1");
    const hash = /add "([0-9a-f]{16})"/.exec(changed)?.[1] ?? "";
    const corrected = problemsOf((content) => {
      firstItem(content).title = "Bake two loaves";
      content.editions["bread.basics.loaf"]?.editions[0]?.hashes.push(hash);
    });
    const raised = problemsOf((content) => {
      Object.assign(firstItem(content), { title: "Bake two loaves", edition: 2 });
      content.editions["bread.basics.loaf"]?.editions.push({ edition: 2, hashes: [hash] });
    });
    expect([corrected, raised]).toEqual([expect.stringMatching(/\b0 problems/), expect.stringMatching(/\b0 problems/)]);
  });

  it("must be on record for every item", () => {
    expect(problemsOf((content) => (content.editions = {}))).toContain("baker/editions.ts: bread.basics.loaf: is not on record");
  });

  it("stays on record when its item goes, and its id is never used again", () => {
    const record = { editions: [{ edition: 1, hashes: ["0123456789abcdef"] }] };
    expect(problemsOf((content) => (content.editions["bread.basics.roll"] = record))).toContain("bread.basics.roll: is no longer on the roadmap");
    expect(problemsOf((content) => Object.assign(content.editions["bread.basics.loaf"] ?? {}, { removed: "2026-11-23" }))).toContain(
      "was removed on 2026-11-23: an id is never used again",
    );
  });

  it("is not raised by a change of hours or resources", () => {
    expect(problemsOf((content) => (firstItem(content).hours = { low: 4, high: 9 }))).toMatch(/\b0 problems/);
  });
});
