import { expect, it } from "vitest";
import { scriptJson } from "#lib/base/script-json.ts";
import { leaveOutStaticParts } from "#lib/ops/static-parts.ts";

const modules = '2:I[11,["/a.js"],"StaticPart"]\n3:I[12,["/a.js"],"Search"]\n:HL["/a.css","style"]\n';
const left = '["$","$L2",null,{"name":"text","leftOut":true}]';
const part = (children: string, name = "text") => `["$","$L2",null,{"name":"${name}","children":${children}}]`;

/** A page with the data in pieces, the way Next sends them, which may end in the middle of a row. */
function page(...pieces: string[]): string {
  return `<html><body><div data-static-part="text"><p>Text</p></div><script>(self.__next_f=self.__next_f||[]).push([0])</script>${pieces.map((piece) => `<script>self.__next_f.push(${scriptJson([1, piece])})</script>`).join("")}</body></html>`;
}

it("the inside of a static part is left out, with the rows that only it needs, and the rest stays as it was, in one piece", () => {
  const data = `${modules}0:{"f":[["$","main",null,{"children":[${part('["$","p",null,{"children":"$L4"}]')},["$","$L3",null,{"hint":"$5"}]]}]]}\n4:["$","em",null,{"children":"$6"}]\n5:"/ or Ctrl-K"\n6:T5,a\n\u00e9c7:null\n`;
  const kept = `${modules}0:{"f":[["$","main",null,{"children":[${left},["$","$L3",null,{"hint":"$5"}]]}]]}\n5:"/ or Ctrl-K"\n`;
  expect(leaveOutStaticParts(page(data.slice(0, 90), data.slice(90)))).toBe(page(kept));
});

it("what a static part has in common with the rest of the page stays, and so does a text, by its length in bytes", () => {
  const data = `${modules}0:[${part('"$4"')},["$","$L3",null,{"children":["$4","$5:0","$undefined","$$5"]}]]\n4:T6,\u20ac\n:\n5:["x"]\n`;
  expect(leaveOutStaticParts(page(data))).toBe(page(data.replace('"children":"$4"', '"leftOut":true')));
});

it("a module whose name stands in a row of its own is known by it", () => {
  const data = `1:"StaticPart"\n2:I[11,["/a.js"],"$1"]\n0:${part('"text"')}\n`;
  expect(leaveOutStaticParts(page(data))).toBe(page(data.replace('"children":"text"', '"leftOut":true')));
});

it("a page without static parts is left as it is", () => {
  const plain = page(modules, '0:["$","p",null,{}]\n').replace(' data-static-part="text"', "");
  expect(leaveOutStaticParts(plain)).toBe(plain);
});

it("a page whose data does not name the component is refused", () => {
  expect(() => leaveOutStaticParts(page(modules.replace("StaticPart", "s"), `0:${part('"text"')}\n`))).toThrow("does not name StaticPart");
});

it("a page of whose static parts one is not found in the data is refused", () => {
  const elsewhere = `["$","$2",null,{"name":"more","children":"text"}]`;
  const whole = page(`${modules}0:[${part('"text"')},${elsewhere}]\n`).replace("<script>", '<div data-static-part="more">text</div><script>');
  expect(() => leaveOutStaticParts(whole)).toThrow("Of the 2 static parts of a page its data has 1");
});

it("two static parts of one name are refused", () => {
  expect(() => leaveOutStaticParts(page(`${modules}0:[${part('"a"')},${part('"b"')}]\n`))).toThrow('Two static parts are called "text"');
});

it("a client component in a static part is refused by its name, however deep it stands", () => {
  const data = `${modules}0:${part('["$","p",null,{"children":"$L4"}]')}\n4:["$","div",null,{"children":["$","$L3",null,{}]}]\n`;
  expect(() => leaveOutStaticParts(page(data))).toThrow('The client component Search stands in the static part "text"');
});

it("a static part may have a value in common with a place that holds client components", () => {
  const data = `${modules}0:[["$","$L3",null,{"rel":["a"]}],${part('["$","p",null,{"rel":"$0:0:props:rel"}]')}]\n`;
  expect(leaveOutStaticParts(page(data))).toContain("leftOut");
});

it("a reference from elsewhere to a static part's inside, or to something of it, is refused", () => {
  const whole = `${modules}0:[${part('["$","p",null,{}]')},["$","$L3",null,{"words":"$0:0:props:children"}]]\n`;
  expect(() => leaveOutStaticParts(page(whole))).toThrow("refers to the inside of a static part: $0:0:props:children");
  const data = `${modules}0:[${part('["$","p",null,{"title":["a"]}]')},["$","$L3",null,{"words":"$0:0:props:children:props:title"}]]\n`;
  expect(() => leaveOutStaticParts(page(data))).toThrow("refers to the inside of a static part: $0:0:props:children:props:title");
});

it("data that is not known is refused: a row of another kind, one without a beginning, and a value of another kind", () => {
  expect(() => leaveOutStaticParts(page(`${modules}0:Q{}\n`))).toThrow("unknown kind: Q{}");
  expect(() => leaveOutStaticParts(page("words\n"))).toThrow("no beginning: words");
  expect(() => leaveOutStaticParts(page(`${modules}0:[${part('"text"')},"$g5"]\n`))).toThrow("unknown kind: $g5");
});
