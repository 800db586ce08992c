import { scriptJson } from "#lib/base/script-json.ts";

/*
 * Next sends a page twice: as the document, and as the data from which React in the browser learns the same tree. A `StaticPart` is never drawn
 * anew there, so its second copy is left out. The data is a sequence of rows `id:…` in React's format for server components (as of
 * 19.3, `parseModelString` and `processFullBinaryRow` in its client), which is nobody's interface: what is not known of it here fails the build.
 */

/** `value` is the JSON that the row holds, null for a text and for the marks of a stream. */
interface Row { id: string; text: string; value: unknown }

interface Inside { name: string; children: unknown }

const push = /<script>self\.__next_f\.push\((\[1,.*?\])\)<\/script>/gs;

/**
 * A prerendered page without the second copy of its static parts and of all that only they refer to. A page that has none is returned as it is.
 * Throws for data that it cannot read or in which a part is missing, for a client component in a static part, for two parts of one name, and for a
 * reference from elsewhere to the inside of a part.
 */
export function leaveOutStaticParts(html: string): string {
  if (!html.includes(' data-static-part="')) return html;
  const rows = readRows([...html.matchAll(push)].map(([, pushed]) => (JSON.parse(pushed!) as [1, string])[1]).join(""));
  const component = rows.find((row) => moduleName(row, rows) === "StaticPart");
  if (!component) throw new Error("A page has static parts, and its data does not name StaticPart.");
  const insides: Inside[] = [];
  const without = rows.map((row) => withoutParts(row, `$L${component.id}`, insides));
  for (const inside of insides) refuseComponents(inside, rows);
  const repeated = insides.find(({ name }, index) => insides.findIndex((each) => each.name === name) < index);
  if (repeated) throw new Error(`Two static parts are called ${JSON.stringify(repeated.name)}.`);
  const drawn = html.split(' data-static-part="').length - 1;
  if (insides.length !== drawn) throw new Error(`Of the ${drawn} static parts of a page its data has ${insides.length} in a form that is known.`);
  const needed = neededRows(without, rows);
  // What is to be loaded beforehand has no id, and no row refers to it.
  const text = without.filter((row) => row.id === "" || needed.has(row)).map((row) => `${row.id}:${row.text}`).join("");
  let script = `<script>self.__next_f.push(${scriptJson([1, text])})</script>`;
  return html.replace(push, () => {
    const now = script;
    script = "";
    return now;
  });
}

/** A row ends with its line, but a text says how many bytes it has. */
function readRows(data: string): Row[] {
  const rows: Row[] = [];
  const bytes = Buffer.from(data);
  for (let start = 0, end = 0; start < bytes.length; start = end) {
    const [head = "", id, length] = /^([0-9a-f]*):(?:T([0-9a-f]+),)?/.exec(bytes.toString("latin1", start, start + 32)) ?? [];
    if (id === undefined) throw new Error(`A row of a page's data has no beginning: ${bytes.toString("utf8", start, start + 40)}`);
    end = length === undefined ? bytes.indexOf("\n", start) + 1 || bytes.length : start + head.length + Number.parseInt(length, 16);
    const text = bytes.toString("utf8", start + id.length + 1, end);
    rows.push({ id, text, value: length === undefined ? readValue(text) : null });
  }
  return rows;
}

/** A module (I), what is to be loaded beforehand (H and a letter), the beginning or the end of a stream (X, C), or a value. */
function readValue(text: string): unknown {
  if (/^[XC]\s*$/.test(text)) return null;
  try {
    return JSON.parse(text.replace(/^(I|H[A-Z])/, "")) as unknown;
  } catch (cause) {
    throw new Error(`A row of a page's data is of an unknown kind: ${text.slice(0, 40)}`, { cause });
  }
}

/** The exported name of the client component that a row brings, or what it is known by where that is empty; null for a row that brings none. */
function moduleName({ text, value }: Row, rows: readonly Row[]): string | null {
  return text.startsWith("I[") ? String(follow((value as unknown[])[2], [], rows) || text.trim()) : null;
}

/** The row with its static parts left out, whose insides are added to `insides`. */
function withoutParts(row: Row, partType: string, insides: Inside[]): Row {
  const before = insides.length;
  const text = JSON.stringify(row.value, (_, value: unknown) => {
    if (!Array.isArray(value) || value[0] !== "$" || value[1] !== partType) return value;
    const { children, ...properties } = value[3] as Inside;
    insides.push({ name: properties.name, children });
    return ["$", partType, value[2], { ...properties, leftOut: true }];
  });
  return insides.length > before ? { ...row, text: `${text}\n`, value: JSON.parse(text) as unknown } : row;
}

/** Goes through all that the inside of a part refers to: no client component would come to life in there. */
function refuseComponents({ name, children }: Inside, rows: readonly Row[]): void {
  const left = references(children);
  const seen = new Set(left);
  for (let reference = left.pop(); reference !== undefined; reference = left.pop()) {
    const row = rows.find(({ id }) => id === target(reference!)?.id);
    const component = row && moduleName(row, rows);
    if (component) throw new Error(`The client component ${component} stands in the static part ${JSON.stringify(name)}, where it would be dead.`);
    for (const next of references(follow(reference, [], rows))) if (!seen.has(next)) {
      seen.add(next);
      left.push(next);
    }
  }
}

/** The first row, `0`, and all that it needs. `whole` are the rows as they came: what led somewhere in them must not end in a part that is left out. */
function neededRows(rows: readonly Row[], whole: readonly Row[]): Set<Row> {
  const needed = new Set<Row>();
  const left = ["$0"];
  for (let reference = left.pop(); reference !== undefined; reference = left.pop()) {
    if (follow(reference, [], rows) === undefined && follow(reference, [], whole) !== undefined) {
      throw new Error(`A page's data refers to the inside of a static part: ${reference}`);
    }
    const { id } = target(reference)!;
    for (const row of rows.filter((each) => each.id === id && !needed.has(each))) {
      needed.add(row);
      left.push(...references(row.value));
    }
  }
  return needed;
}

function references(value: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(value, (_, each: unknown) => {
    if (target(each)) found.push(each as string);
    return each;
  });
  return found;
}

/** An element ("$" alone), a text that begins with a dollar, a symbol, a number or date that JSON has not, and what stands for undefined. */
const plain = /^\$(?:$|[$SInuDNZ-])/;

/** Which row a string names, and what of it: `$1a`, `$L1a`, `$@1a`, `$1a:props:children`. Null for any other value. */
function target(value: unknown): { id: string; path: string[] } | null {
  if (typeof value !== "string" || !value.startsWith("$") || plain.test(value)) return null;
  const [, named] = /^\$[L@hQWBKi]?([0-9a-f]+(?::.*)?)$/s.exec(value) ?? [];
  if (named === undefined) throw new Error(`A value of a page's data is of an unknown kind: ${value.slice(0, 40)}`);
  const [id = "", ...path] = named.split(":");
  return { id, path };
}

/** What a path leads to, through references; undefined when it leads nowhere. An element is a list whose properties come fourth. */
function follow(value: unknown, path: readonly string[], rows: readonly Row[]): unknown {
  const to = target(value);
  if (to) return follow(rows.find(({ id }) => id === to.id)?.value, [...to.path, ...path], rows);
  const [step, ...rest] = path;
  if (step === undefined || value === undefined) return value;
  const key = Array.isArray(value) && value[0] === "$" ? { type: "1", key: "2", props: "3" }[step] ?? step : step;
  return follow((value as Record<string, unknown> | null)?.[key], rest, rows);
}
