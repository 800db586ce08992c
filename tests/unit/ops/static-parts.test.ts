import { expect, it } from "vitest";
import { scriptJson } from "#lib/base/script-json.ts";
import { leaveOutStaticParts } from "#lib/ops/static-parts.ts";

const modules = '2:I[11,["/a.js"],"StaticPart"]\n3:I[12,["/a.js"],"Search"]\n:HL["/a.css","style"]\n';
const part = (children: string, name = "text") => `["$","$L2",null,{"name":"${name}","children":${children}}]`;

/** A page with the data in pieces, the way Next sends them, which may end in the middle of a row. */
function page(...pieces: string[]): string {
  return `<html><body><p>Text</p><script>(self.__next_f=self.__next_f||[]).push([0])</script>${pieces.map((piece) => `<script>self.__next_f.push(${scriptJson([1, piece])})</script>`).join("")}</body></html>`;
}

it("the inside of a static part is left out, with the rows that only it needs, and the rest stays as it was, in one piece", () => {
  const data = `${modules}0:{"f":[["$","main",null,{"children":[${part('["$","p",null,{"children":"$L4"}]')},["$","$L3",null,{"hint":"$5"}]]}]]}\n4:["$","em",null,{"children":"$6"}]\n5:"/ or Ctrl-K"\n6:T5,a\n\u00e9c7:null\n`;
  const left = `${modules}0:{"f":[["$","main",null,{"children":[${part("null")},["$","$L3",null,{"hint":"$5"}]]}]]}\n5:"/ or Ctrl-K"\n`;
  expect(leaveOutStaticParts(page(data.slice(0, 90), data.slice(90)))).toBe(page(left));
});

it("what a static part has in common with the rest of the page stays, and so does a text, by its length in bytes", () => {
  const data = `${modules}0:[${part('"$4"')},["$","$L3",null,{"children":["$4","$5:0","$undefined","$$5"]}]]\n4:T6,\u20ac\n:\n5:["x"]\n`;
  expect(leaveOutStaticParts(page(data))).toBe(page(data.replace('"children":"$4"', '"children":null')));
});

it("a module whose name stands in a row of its own is known by it", () => {
  const data = `1:"StaticPart"\n2:I[11,["/a.js"],"$1"]\n0:${part('"text"')}\n`;
  expect(leaveOutStaticParts(page(data))).toBe(page(data.replace('"text"}]', 'null}]')));
});

it("a page without static parts is left as it is", () => {
  const plain = page(modules.replace("StaticPart", "Other"), '0:["$","p",null,{}]\n');
  expect(leaveOutStaticParts(plain)).toBe(plain);
});

it("a client component in a static part is refused by its name, however deep it stands", () => {
  const data = `${modules}0:${part('["$","p",null,{"children":"$L4"}]')}\n4:["$","div",null,{"children":["$","$L3",null,{}]}]\n`;
  expect(() => leaveOutStaticParts(page(data))).toThrow('The client component "Search" stands in a static part');
});

it("a reference from elsewhere to the inside of a static part is refused", () => {
  const data = `${modules}0:[${part('["$","p",null,{"title":["a"]}]')},["$","$L3",null,{"words":"$0:0:props:children:props:title"}]]\n`;
  expect(() => leaveOutStaticParts(page(data))).toThrow("refers to the inside of a static part: $0:0:props:children:props:title");
});

it("data that is not known is refused: a row of another kind, and one without a beginning", () => {
  expect(() => leaveOutStaticParts(page(`${modules}0:Q{}\n`))).toThrow("unknown kind: Q{}");
  expect(() => leaveOutStaticParts(page("words\n"))).toThrow("no beginning: words");
});
