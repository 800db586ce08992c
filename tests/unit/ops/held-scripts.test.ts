import { expect, it } from "vitest";
import { headScript } from "#lib/base/head-script.ts";
import { heldDataType, heldScriptType, holdScripts } from "#lib/ops/held-scripts.ts";

const links = '<link rel="preload" as="script" fetchPriority="low" href="/b.js"/><link rel="preload" href="/a.js" as="script"/><link rel="preload" as="script" href="/other.js"/>';
const start = '<head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/>';
const inline = `<script>${headScript}</script>`;
const head = `${start}${links}<link rel="stylesheet" href="/a.css"/>${inline}<script src="/a.js" async=""></script><script src="/old.js" noModule=""></script></head>`;
const html = `<html>${head}<body><p>text</p><script id="_R_">start()</script><script async="" src="/b.js"></script><script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"some \\u003cdata\\n"])</script><script>self.__next_f.push([1,"more"])</script></body></html>`;

it("a page's asynchronous scripts keep their address and place, under a type that no browser runs, and are not loaded beforehand", () => {
  const held = holdScripts(html).html;
  expect(held).toContain('<script src="/a.js" async="" type="text/held"></script>');
  expect(held).toContain('<script id="_R_">start()</script><script async="" src="/b.js" type="text/held"></script>');
  expect(held).not.toMatch(/href="\/[ab]\.js"/);
});

it("the data for them is beside the page, whole and in its order, and the page says where", () => {
  const { html: page, data } = holdScripts(html);
  expect(JSON.parse(data!.json)).toEqual([[1, "some <data\n"], [1, "more"]]);
  expect(page).toContain(`.push([0])</script><script type="text/held-data" src="${data!.address}"></script></body>`);
});

it("the data's address is another when the data is", () => {
  const address = (page: string) => holdScripts(page).data!.address;
  expect(address(html)).toMatch(/^\/page-data\/[\w-]{43}\.json$/);
  expect(address(html.replace("<p>text</p>", "<p>other</p>"))).toBe(address(html));
  expect(address(html.replace('"more"', '"else"'))).not.toBe(address(html));
});

it("a page whose scripts have no data asks for none", () => {
  const { html: page, data } = holdScripts(html.replace(/<script>\(?self\b.*?<\/script>/gs, ""));
  expect(data).toBeNull();
  expect(page).not.toContain('type="text/held-data"');
});

it("every other script of the page stays as it is, and so does what is loaded beforehand for another reason", () => {
  const held = holdScripts(html).html;
  for (const tag of ['<script id="_R_">start()</script>', '<script src="/old.js" noModule=""></script>', '<link rel="preload" as="script" href="/other.js"/>']) expect(held).toContain(tag);
});

it("what starts them is there once, after the viewport and before the stylesheet, which it need not wait for", () => {
  const held = holdScripts(html).html;
  expect(held).toContain(`<html>${start}${inline}<link`);
  expect(held.split(inline)).toHaveLength(2);
});

it("the inline script looks for the types that they and their data have", () => {
  for (const type of [heldScriptType, heldDataType]) expect(headScript).toContain(`script[type='${type}']`);
});

it("a page without asynchronous scripts is left as it is", () => {
  const plain = "<body><script>theme()</script><p>text</p></body>";
  expect(holdScripts(plain)).toEqual({ html: plain, data: null });
});

it("a page that would never start its scripts is refused", () => {
  expect(() => holdScripts(html.replace(inline, ""))).toThrow("not the inline script that starts them");
});

it.each([
  ["of another form", (page: string) => page.replace("<script>self.__next_f.push", "<script>window.__next_f.push")],
  ["with an attribute", (page: string) => page.replace("<script>self.", "<script nonce=''>self.")],
  ["without the list for it", (page: string) => page.replace(/<script>\(self.*?<\/script>/, "")],
])("a page with data %s is refused", (_, change) => {
  expect(() => holdScripts(change(html))).toThrow("not written in the known way");
});

it("a page that begins otherwise, where the inline script has no place, is refused", () => {
  expect(() => holdScripts(html.replace(start, "<head>"))).toThrow("does not begin with its character set");
});
