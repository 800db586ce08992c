import { expect, it } from "vitest";
import { headScript } from "#lib/base/head-script.ts";
import { heldScriptType, holdScripts } from "#lib/ops/held-scripts.ts";

const links = '<link rel="preload" as="script" fetchPriority="low" href="/b.js"/><link rel="preload" href="/a.js" as="script"/><link rel="preload" as="script" href="/other.js"/>';
const start = '<head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/>';
const inline = `<script>${headScript}</script>`;
const head = `${start}${links}<link rel="stylesheet" href="/a.css"/>${inline}<script src="/a.js" async=""></script><script src="/old.js" noModule=""></script></head>`;
const html = `<html>${head}<body><p>text</p><script id="_R_">start()</script><script async="" src="/b.js"></script><script>self.__next_f.push([1,"data"])</script></body></html>`;

it("a page's asynchronous scripts keep their address and place, under a type that no browser runs, and are not loaded beforehand", () => {
  const held = holdScripts(html);
  expect(held).toContain('<script src="/a.js" async="" type="text/held"></script>');
  expect(held).toContain('<script id="_R_">start()</script><script async="" src="/b.js" type="text/held"></script>');
  expect(held).not.toMatch(/href="\/[ab]\.js"/);
});

it("the data for them keeps its place, and is not run either", () => {
  expect(holdScripts(html)).toContain('<script type="text/held">self.__next_f.push([1,"data"])</script></body>');
});

it("every other script of the page stays as it is, and so does what is loaded beforehand for another reason", () => {
  const held = holdScripts(html);
  for (const tag of ['<script id="_R_">start()</script>', '<script src="/old.js" noModule=""></script>', '<link rel="preload" as="script" href="/other.js"/>']) expect(held).toContain(tag);
});

it("what starts them is there once, after the viewport and before the stylesheet, which it need not wait for", () => {
  const held = holdScripts(html);
  expect(held).toContain(`<html>${start}${inline}<link`);
  expect(held.split(inline)).toHaveLength(2);
});

it("the inline script looks for the type that they have", () => {
  expect(headScript).toContain(`script[type='${heldScriptType}']`);
});

it("a page without asynchronous scripts is left as it is", () => {
  const plain = "<body><script>theme()</script><p>text</p></body>";
  expect(holdScripts(plain)).toBe(plain);
});

it("a page that would never start its scripts is refused", () => {
  expect(() => holdScripts(html.replace(inline, ""))).toThrow("not the inline script that starts them");
});

it("a page that begins otherwise, where the inline script has no place, is refused", () => {
  expect(() => holdScripts(html.replace(start, "<head>"))).toThrow("does not begin with its character set");
});
