import { createHash } from "node:crypto";
import { headScript } from "#lib/base/head-script.ts";

/** Of a type that no browser knows, a script is neither loaded nor run. The inline script knows both types too (components/shell/head/waking.ts). */
export const heldScriptType = "text/held";
export const heldDataType = "text/held-data";

export interface HeldPage {
  html: string;
  /** What the page's scripts are called with, as JSON, and where the page asks for it: a name of its own for each content. null when it has none. */
  data: { address: string; json: string } | null;
}

const inlineScript = `<script>${headScript}</script>`;

const listMaker = "<script>(self.__next_f=self.__next_f||[]).push([0])</script>";

/** A phone lays a page out as for a wide screen until it has read the second, and the inline script asks how wide it is. */
const beginning = /<head><meta charSet="[^"]*"\/><meta name="viewport"[^>]*>/;

/**
 * A prerendered page whose asynchronous scripts wait until its inline script starts them (components/shell/head/waking.ts), and whose data for them, a
 * third of its bytes, is a document beside it, asked for as they are. It is read without them, and what needs them is disabled or a plain link until
 * they run; asked for at once, they compete with its style and fonts for the line, and with its first layout for the processor. The inline script, which
 * React writes after the stylesheet, comes before it: a browser runs no script before the stylesheets above it have come, and reads no further.
 * A page without such scripts is returned as it is. Throws for one without the inline script, which would never start them, and for one whose beginning
 * is not the known one.
 */
export function holdScripts(html: string): HeldPage {
  const held = new Set<string>();
  const page = html.replace(/<script\b[^>]*>/g, (tag) => {
    const address = /\ssrc="([^"]+)"/.exec(tag)?.[1];
    if (address === undefined || !/\sasync(=""|[\s>])/.test(tag)) return tag;
    held.add(address);
    return hold(tag);
  });
  if (held.size === 0) return { html, data: null };
  if (!page.includes(inlineScript)) throw new Error("A page has scripts and not the inline script that starts them.");
  if (!beginning.test(page)) throw new Error("A page has scripts, and its head does not begin with its character set and its viewport.");
  const beforehand = (link: string) => /\sas="script"/.test(link) && held.has(/\shref="([^"]+)"/.exec(link)?.[1] ?? "");
  const { html: light, data } = takeDataOut(page);
  return {
    html: light
      .replace(/<link\b[^>]*>/g, (link) => (beforehand(link) ? "" : link))
      .replace(inlineScript, "")
      .replace(beginning, (start) => start + inlineScript),
    data,
  };
}

/**
 * Next writes its data as calls with one row each, which are JSON, after one that makes the list for them. The first call's place says where all rows are
 * found. Throws when data is written in another way: what stayed in the page would be read before what does not.
 */
function takeDataOut(page: string): HeldPage {
  const calls = /<script>self\.__next_f\.push\((.*?)\)<\/script>/gs;
  const rows = [...page.matchAll(calls)].map(([, row]) => JSON.parse(row!) as unknown);
  const others = page.replace(calls, "").replace(inlineScript, "").split("__next_f.push(").length - 1;
  if (rows.length === 0 && others === 0) return { html: page, data: null };
  if (others > 0 || !page.includes(listMaker)) throw new Error("A page's data is not written in the known way.");
  const json = JSON.stringify(rows);
  const address = `/page-data/${createHash("sha256").update(json).digest("base64url")}.json`;
  let isFirst = true;
  const html = page.replace(calls, () => {
    if (!isFirst) return "";
    isFirst = false;
    return `<script type="${heldDataType}" src="${address}"></script>`;
  });
  return { html, data: { address, json } };
}

function hold(tag: string): string {
  return `${tag.slice(0, -1)} type="${heldScriptType}">`;
}
