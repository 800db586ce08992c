import { describe, expect, it } from "vitest";
import { describeProblems } from "#lib/guide/problem.ts";
import type { GuideContent } from "#lib/guide/schema.ts";
import { first, loaves, problemsOf, rise } from "#tests/support/broken-guide.ts";
import { fair, guildMark, oven } from "#tests/support/tiny-guide.ts";

describe("A date is refused", () => {
  it.each(["2025-13", "2025-02-30", "25", "2025-1", "0025", "soon"])("when it is on no calendar: %s", (date) => {
    const none = "must be a year, a month or a day of the calendar";
    expect(problemsOf((content) => (first(content.sources).published = date))).toContain(`baker/sources.ts: [0].published: ${none}`);
    expect(problemsOf((content) => content.certifications.push({ ...guildMark, since: date }))).toContain(`baker/certifications.ts: [0].since: ${none}`);
    expect(problemsOf((content) => content.events.push({ ...fair, held: { start: date, end: "2099", place: "Utopia" } }))).toContain(`baker/events.ts: [0].held.start: ${none}`);
    expect(problemsOf((content) => content.events.push({ ...fair, held: { start: "1999", end: date, place: "Utopia" } }))).toContain(`baker/events.ts: [0].held.end: ${none}`);
    expect(problemsOf((content) => content.frameworks.push({ ...oven, version: { number: "2.1", seen: date } }))).toContain(`baker/frameworks.ts: [0].version.seen: ${none}`);
  });

  it("when a day is asked for and the calendar has no such day", () => {
    const none = "2026-02-29";
    expect(problemsOf((content) => (first(content.sources).checked = none))).toContain("baker/sources.ts: [0].checked: ");
    expect(problemsOf((content) => (content.guide.updated = none))).toContain("baker/guide.ts: updated: ");
    expect(problemsOf((content) => content.changes.push({ id: "first", day: none, title: "First", text: "It begins." }))).toContain("baker/changes.ts: [0].day: ");
    expect(problemsOf((content) => Object.assign(content.editions["bread.basics.loaf"] ?? {}, { removed: none }))).toContain("baker/editions.ts: bread.basics.loaf.removed: ");
    expect(problemsOf((content) => (first(content.resources).seen = { day: none, at: "https://example.org/flour", published: null }))).toContain("baker/resources.ts: [0].seen.day: ");
  });

  it("when a month of pay is none, or lies outside of its year", () => {
    expect(problemsOf((content) => (first(content.pay).month = "2025-00"))).toContain("baker/pay.ts: [0].month: must be a month of the calendar, as in 2025-11");
    expect(problemsOf((content) => (first(content.pay).month = "2024-11"))).toContain("baker/pay.ts: baker-pay.month: 2024-11 is not in 2025");
    expect(problemsOf((content) => Object.assign(first(content.pay), { month: "2024-11", year: null }))).toBe(describeProblems("baker", []));
  });

  it.each(["2024-24", "2024-23"])("when a projection ends as it starts, or before: %s", (period) => {
    expect(problemsOf((content) => content.growth.push({ ...rise, source: "guild", period }))).toContain("baker/growth.ts: rise.period: must end after it starts");
  });

  it("when something was measured or seen after the day on which the guide was last looked through", () => {
    const late = (breakIt: (content: GuideContent) => void) => problemsOf(breakIt).replaceAll(" is later than 2026-11-23, when it was looked at", " is late");
    const seen = (day: string, published: string | null = null) => ({ day, at: "https://example.org/flour", published });
    expect(late((content) => (first(content.sources).checked = "2026-11-24"))).toContain("baker/sources.ts: guild.checked: 2026-11-24 is late");
    expect(late((content) => (first(content.sources).published = "2026-12"))).toContain("baker/sources.ts: guild.published: 2026-12 is late");
    expect(late((content) => (first(content.resources).seen = seen("2026-11-24")))).toContain("baker/resources.ts: flour-book.seen.day: 2026-11-24 is late");
    expect(late((content) => (first(content.resources).seen = seen("2026-11-23", "2027")))).toContain("baker/resources.ts: flour-book.seen.published: 2027 is late");
    expect(late((content) => Object.assign(first(content.pay), { year: 2026, month: "2026-12" }))).toContain("baker/pay.ts: baker-pay.month: 2026-12 is late");
    expect(late((content) => (first(content.pay).year = 2027))).toContain("baker/pay.ts: baker-pay.year: 2027 is late");
    expect(late((content) => content.measures.push({ ...loaves, source: "guild", year: 2099 } as GuideContent["measures"][number]))).toContain("baker/measures.ts: loaves.year: 2099 is late");
    expect(late((content) => content.certifications.push({ ...guildMark, since: "2026-11-30" }))).toContain("baker/certifications.ts: guild-mark.since: 2026-11-30 is late");
    expect(late((content) => content.frameworks.push({ ...oven, version: { number: "2.1", seen: "2026-12" } }))).toContain("baker/frameworks.ts: oven.version.seen: 2026-12 is late");
    expect(late((content) => (first(content.sources).published = "2026-11"))).toBe(describeProblems("baker", []));
  });
});

it("A date that is only announced may lie ahead", () => {
  const ahead = { ...loaves, source: "guild", year: 2026, values: { law: { unit: "day", label: "The law of bread", value: "2027-08-02" } } };
  expect(problemsOf((content) => content.measures.push(ahead as GuideContent["measures"][number]))).toMatch(/\b0 problems/);
});

describe("A figure whose source nobody has opened", () => {
  const figures: [file: string, add: (content: GuideContent, more: object) => void][] = [
    ["pay.ts: baker-pay", (content, more) => Object.assign(first(content.pay), more)],
    ["growth.ts: rise", (content, more) => content.growth.push({ ...rise, source: "guild", ...more })],
    ["measures.ts: loaves", (content, more) => content.measures.push({ ...loaves, source: "guild", ...more } as GuideContent["measures"][number])],
  ];

  it.each(figures)("is refused unless its record says so: %s", (figure, add) => {
    const refused = problemsOf((content) => {
      first(content.sources).checked = null;
      add(content, {});
    });
    expect(refused).toContain(`baker/${figure}.source: nobody has opened guild: its \`checked\` is null`);
    const admitted = problemsOf((content) => {
      Object.assign(first(content.sources), { checked: null });
      Object.assign(first(content.pay), { unopened: true });
      add(content, { unopened: true });
    });
    expect(admitted).toBe(describeProblems("baker", []));
  });

  it.each(figures)("is the only one whose record may say so: %s", (figure, add) => {
    expect(problemsOf((content) => add(content, { unopened: true }))).toContain(`baker/${figure}.unopened: guild was opened: leave it out`);
  });
});
