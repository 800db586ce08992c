import { describe, expect, it } from "vitest";
import { isIntricate } from "#lib/thread/intricate.ts";

describe("a text", () => {
  it.each([
    ["quotes in quotes", ">".repeat(10_000)], ["quotes with spaces", "> ".repeat(5_000)], ["lists in lists", "1. ".repeat(3_333)],
    ["a quote of lists of quotes", "> - ".repeat(2_500)], ["open brackets", "[".repeat(10_000)], ["emphasis in emphasis", `${"*a ".repeat(1_600)}${"b*".repeat(2_500)}`],
    ["emphasis with underlines", "_a ".repeat(3_000)], ["a wide table of empty rows", `${"|a".repeat(200)}|\n${"|-".repeat(200)}|\n${"|\n".repeat(1_500)}`],
    ["a table within a quote", `> ${"|a".repeat(60)}|\n> ${"|-".repeat(60)}|\n${"> |\n".repeat(300)}`], ["a table that is aligned", `${"a|".repeat(99)}\n${":-:|".repeat(99)}\n${"a\n".repeat(99)}`],
    ["nested lists in every line", `${"- ".repeat(19)}a\n`.repeat(240)], ["nested quotes, each by itself", `${"> ".repeat(19)}a\n\n`.repeat(240)],
    ["an address with an endless end", `www.a/${"].".repeat(4_990)}c`], ["signs without a space", `www.a/${"!".repeat(9_990)}c`],
    ["beginnings of instructions", `a ${"<?".repeat(4_990)}`], ["beginnings of comments", `a ${"<!--".repeat(2_490)}`],
    ["lists in a list, in every line", "- - a\n".repeat(1_660)], ["quotes in a list, in every line", "- > a\n".repeat(1_660)],
    ["a deep quote that goes on", `${"> ".repeat(20)}a\n${"b\n".repeat(4_970)}`],
    ["deep in the middle", `Hello\n\n${">".repeat(500)} a\n\nBye`],
  ])("with %s is nested deeper than people write", (_, text) => {
    expect(isIntricate(text)).toBe(true);
  });

  it.each([
    ["prose", "A sentence of *some* length. ".repeat(300)], ["a long list", "- an entry\n".repeat(900)], ["a quote of a list", "> - one\n> - two\n".repeat(500)],
    ["a list that is indented", Array.from({ length: 15 }, (_, depth) => `${"  ".repeat(depth)}- entry`).join("\n")],
    ["code with many names", "some_name_of_a_thing = other_name_of_it\n".repeat(250)], ["a rule", "- - - - -"], ["a long address", `https://example.org/?${"key=value&".repeat(100)}`], ["text without spaces", "字".repeat(9_000)],
    ["a quote that goes on", `> a\n${"b\n".repeat(3_000)}`], ["a document in a fence", `\`\`\`\n${"<p>a</p>\n".repeat(600)}\`\`\``], ["a table", `| a | b | c |\n| --- | :-: | --: |\n${"| 1 | 2 | 3 |\n".repeat(200)}`], ["nothing", ""],
  ])("that is %s is read as Markdown", (_, text) => {
    expect(isIntricate(text)).toBe(false);
  });

  it("is judged, whatever it is, before the test's time is over", () => {
    const texts = [" ".repeat(10_000), "1".repeat(10_000), "> 1".repeat(3_333), "_".repeat(10_000), "*_".repeat(5_000), "\t-".repeat(5_000), "1.".repeat(5_000), "9 ".repeat(5_000), "|-".repeat(5_000), "|-\n".repeat(3_333), "- |".repeat(3_333)];
    for (const text of texts) {
      expect([true, false], JSON.stringify(text.slice(0, 6))).toContain(isIntricate(text));
    }
  });
});
