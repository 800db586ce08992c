import { expect, it } from "vitest";
import { holdScripts } from "#lib/ops/held-scripts.ts";

const body = '<body><p>text</p><script id="_R_">start()</script><script src="/b.js" async=""></script></body>';
const html = `<html><head><link rel="preload" as="script" fetchPriority="low" href="/b.js"/><link rel="preload" as="script" href="/other.js"/><script>theme()</script><script src="/a.js" async=""></script><script src="/old.js" noModule=""></script></head>${body}</html>`;

it("a page's asynchronous scripts keep their address and place, under a type that no browser runs, and are not loaded beforehand", () => {
  const held = holdScripts(html);
  expect(held).toContain('<script src="/a.js" type="text/after-paint" async=""></script>');
  expect(held).toContain('<script id="_R_">start()</script><script src="/b.js" type="text/after-paint" async=""></script>');
  expect(held).not.toContain('href="/b.js"');
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
