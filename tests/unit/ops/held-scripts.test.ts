import { expect, it } from "vitest";
import { holdScripts } from "#lib/ops/held-scripts.ts";

const links = '<link rel="preload" as="script" fetchPriority="low" href="/b.js"/><link rel="preload" href="/a.js" as="script"/><link rel="preload" as="script" href="/other.js"/>';
const head = `<head>${links}<script>theme()</script><script src="/a.js" async=""></script><script src="/old.js" noModule=""></script></head>`;
const html = `<html>${head}<body><p>text</p><script id="_R_">start()</script><script async="" src="/b.js"></script></body></html>`;

it("a page's asynchronous scripts keep their address and place, under a type that no browser runs, and are not loaded beforehand", () => {
  const held = holdScripts(html);
  expect(held).toContain('<script src="/a.js" async="" type="text/after-paint"></script>');
  expect(held).toContain('<script id="_R_">start()</script><script async="" src="/b.js" type="text/after-paint"></script>');
  expect(held).not.toMatch(/href="\/[ab]\.js"/);
});

it("every other script of the page stays as it is, and so does what is loaded beforehand for another reason", () => {
  const held = holdScripts(html);
  for (const tag of ["<script>theme()</script>", '<script src="/old.js" noModule=""></script>', '<link rel="preload" as="script" href="/other.js"/>']) expect(held).toContain(tag);
});

it("what starts them is the last of the page, once", () => {
  const held = holdScripts(html);
  expect(held).toMatch(/<script>\(function\(\)\{[^<]+\}\)\(\)<\/script><\/body><\/html>$/);
  expect(held.match(/<script>\(function/g)).toHaveLength(1);
});

it("a page without asynchronous scripts is left as it is", () => {
  const plain = "<body><script>theme()</script><p>text</p></body>";
  expect(holdScripts(plain)).toBe(plain);
});

it("a page that would never start its scripts is refused", () => {
  expect(() => holdScripts('<script src="/a.js" async=""></script>')).toThrow("no end of its body");
});
