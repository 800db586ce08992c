import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

/** Untyped rules need no compiler, so any path can be invented; the two typed ones are tried on a file that exists. */
const eslint = new ESLint({
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      "@typescript-eslint/no-floating-promises": "off",
      "@typescript-eslint/no-misused-promises": "off",
      "@typescript-eslint/no-unused-vars": "off",
    },
  },
});

async function messages(path: string, code: string, linter = eslint): Promise<string[]> {
  const [result] = await linter.lintText(code, { filePath: path });
  return result?.messages.map(({ message }) => message) ?? [];
}

interface Guard {
  /** Completes "refuses …". */
  it: string;
  path: string;
  bad: string;
  says: RegExp;
  /** What the message proposes, or the nearest thing that is right, in the same file unless `goodPath` is given. */
  good: string;
  goodPath?: string;
}

function guarded(title: string, guards: Guard[]): void {
  describe(title, () => {
    it.each(guards)("refuses $it", async ({ path, bad, says, good, goodPath }) => {
      expect(await messages(path, bad)).toEqual([expect.stringMatching(says)]);
      expect(await messages(goodPath ?? path, good)).toEqual([]);
    });
  });
}

const used = (name: string) => `export const used = ${name};\n`;
const load = (name: string, from: string) => `import { ${name} } from "${from}";\n${used(name)}`;
const type = (name: string, from: string) => `import type { ${name} } from "${from}";\nexport type Used = ${name};\n`;
const server = (code: string) => `import "server-only";\n${code}`;
const client = (code: string) => `"use client";\n${code}`;

guarded("the direction app -> components -> lib/<room> -> lib/access -> lib/platform", [
  {
    it: "a room that imports a component",
    path: "lib/review/lease.ts", bad: load("Queue", "#components/review/queue.tsx"), says: /does not know its pages/,
    good: load("MINUTE", "#lib/base/time.ts"),
  },
  {
    it: "a component that imports a page",
    path: "components/review/queue.tsx", bad: load("columns", "#app/columns.ts"), says: /app\/ holds routing only/,
    good: load("Button", "#components/ui/button.tsx"),
  },
  {
    it: "doors that import a room",
    path: "lib/access/session.ts", bad: load("getUser", "#lib/account/store.ts"), says: /holds the doors of every room, so it knows none/,
    good: load("db", "#lib/platform/db.ts"),
  },
  {
    it: "infrastructure that imports a door",
    path: "lib/platform/log.ts", bad: load("actorKey", "#lib/access/actor.ts"), says: /infrastructure that any room may rest on/,
    good: load("MINUTE", "#lib/base/time.ts"),
  },
  {
    it: "lib/base that imports infrastructure",
    path: "lib/base/time.ts", bad: load("env", "#lib/platform/env.ts"), says: /known to all, so it knows nobody/,
    good: load("linkProblem", "#lib/base/link.ts"),
  },
  {
    it: "a program that is imported",
    path: "lib/review/jobs.ts", bad: load("seed", "#lib/ops/seed.ts"), says: /nothing imports a program/,
    good: load("enqueue", "#lib/platform/jobs.ts"),
  },
  {
    it: "a product file that imports a test's helper",
    path: "lib/review/lease.ts", bad: load("aReview", "#tests/support/factories.ts"), says: /Nothing of the product imports tests/,
    good: load("aReview", "#tests/support/factories.ts"), goodPath: "tests/unit/review/lease.test.ts",
  },
  {
    it: "a server that loads a room beside Next's own copy",
    path: "lib/ops/serve.ts", bad: load("getUser", "#lib/account/store.ts"), says: /serve.ts imports no room/,
    good: load("env", "#lib/platform/env.ts"),
  },
  {
    it: "a program that needs dependencies before they are installed",
    path: "lib/ops/launch.mjs", bad: load("z", "zod"), says: /runs before the dependencies are there/,
    good: load("spawn", "node:child_process"),
  },
  {
    it: "a component of ui that knows a room",
    path: "components/ui/dialog.tsx", bad: type("Review", "#lib/review/schema.ts"), says: /could ship in a different product/,
    good: load("cx", "#components/ui/classes.ts"),
  },
  {
    it: "a component of ui that uses the shell",
    path: "components/ui/dialog.tsx", bad: load("Header", "#components/shell/header.tsx"), says: /could ship in a different product/,
    good: load("Header", "#components/shell/header.tsx"), goodPath: "app/layout.tsx",
  },
  {
    it: "a shell that knows a room's components",
    path: "components/shell/header.tsx", bad: load("Queue", "#components/review/queue.tsx"), says: /app\/ composes them/,
    good: load("Button", "#components/ui/button.tsx"),
  },
  {
    it: "components of a lower room that use those of a higher one",
    path: "components/guide/step.tsx", bad: load("Queue", "#components/review/queue.tsx"), says: /rooms below it \(none\)/,
    good: load("Step", "#components/guide/step.tsx"), goodPath: "components/review/queue.tsx",
  },
]);

guarded("what each file of a room may import", [
  {
    it: "a pure file that reads the database",
    path: "lib/review/lease.ts", bad: load("db", "#lib/platform/db.ts"), says: /Put the query into lib\/<room>\/store.ts/,
    good: server(load("db", "#lib/platform/db.ts")), goodPath: "lib/review/store.ts",
  },
  {
    it: "a view that reads the database beside a store that has parts",
    path: "lib/review/views.ts", bad: server(load("db", "#lib/platform/db.ts")), says: /Put the query into lib\/<room>\/store.ts/,
    good: server(load("db", "#lib/platform/db.ts")), goodPath: "lib/review/queue-store.ts",
  },
  {
    it: "a part of a store that a browser may load",
    path: "lib/review/queue-store.ts", bad: load("db", "#lib/platform/db.ts"), says: /server-only/,
    good: server(load("db", "#lib/platform/db.ts")),
  },
  {
    it: "a store that loads one of its parts",
    path: "lib/review/store.ts", bad: server(load("lockNext", "#lib/review/queue-store.ts")), says: /A store uses none of its parts/,
    good: server(load("lockNext", "#lib/review/store.ts")), goodPath: "lib/review/queue-store.ts",
  },
  {
    it: "a policy that loads a part of the store",
    path: "lib/review/policy.ts", bad: load("lockNext", "#lib/review/queue-store.ts"), says: /Let commands.ts or views.ts call the store/,
    good: server(load("lockNext", "#lib/review/queue-store.ts")), goodPath: "lib/review/commands.ts",
  },
  {
    it: "a pure file that knows the actor",
    path: "lib/review/lease.ts", bad: load("isMentor", "#lib/access/actor.ts"), says: /take the actor's facts as parameters/,
    good: load("progress", "#lib/roadmap/progress.ts"),
  },
  {
    it: "a schema that loads the store",
    path: "lib/review/schema.ts", bad: load("rows", "#lib/review/store.ts"), says: /Let commands.ts or views.ts call the store/,
    good: `import { z } from "zod";\nimport { id } from "#lib/base/fields.ts";\nexport const input = z.strictObject({ id });\n`,
  },
  {
    it: "a policy that loads the store",
    path: "lib/review/policy.ts", bad: load("rows", "#lib/review/store.ts"), says: /Let commands.ts or views.ts call the store/,
    good: type("Row", "#lib/review/store.ts"),
  },
  {
    it: "a policy that opens a session",
    path: "lib/review/policy.ts", bad: load("currentActor", "#lib/access/session.ts"), says: /pure judgement/,
    good: load("allow", "#lib/access/decision.ts"),
  },
  {
    it: "a store that judges by a door",
    path: "lib/review/store.ts", bad: server(load("emit", "#lib/access/emit.ts")), says: /the doors call the room/,
    good: server(load("emit", "#lib/access/emit.ts")), goodPath: "lib/review/commands.ts",
  },
  {
    it: "a store that uses its own commands",
    path: "lib/review/store.ts", bad: server(load("claimReview", "#lib/review/commands.ts")), says: /called through its door only/,
    good: server(load("visibleTo", "#lib/review/policy.ts")),
  },
  {
    it: "commands that query the database",
    path: "lib/review/commands.ts", bad: server(load("db", "#lib/platform/db.ts")), says: /Put the query into/,
    good: server(type("Tx", "#lib/platform/db.ts")),
  },
  {
    it: "commands that run another room's commands",
    path: "lib/review/commands.ts", bad: server(load("attach", "#lib/portfolio/commands.ts")), says: /entered through its store or its pure files/,
    good: server(load("lockEvidence", "#lib/portfolio/store.ts")),
  },
  {
    it: "views that send mail",
    path: "lib/account/views.ts", bad: server(load("send", "#lib/platform/mail.ts")), says: /infrastructure is reached through the doors/,
    good: load("send", "#lib/platform/mail.ts"), goodPath: "lib/account/jobs.ts",
  },
  {
    it: "queries that bring a schema into the browser",
    path: "lib/review/queries.ts", bad: load("queueFilter", "#lib/review/schema.ts"), says: /Import its types only/,
    good: `import { queryOptions } from "@tanstack/react-query";\nimport type { Queue } from "#lib/review/schema.ts";\n${used("queryOptions")}export type Used = Queue;\n`,
  },
  {
    it: "an inline type, which still loads the module",
    path: "lib/review/queries.ts",
    bad: `import { type Queue, queueFilter } from "#lib/review/schema.ts";\nexport type Used = Queue;\n${used("queueFilter")}`,
    says: /Import its types only/, good: type("Queue", "#lib/review/schema.ts"),
  },
  {
    it: "jobs that render a view",
    path: "lib/review/jobs.ts", bad: load("reviewQueue", "#lib/review/views.ts"), says: /Move the query into the store/,
    good: load("expireLeases", "#lib/review/store.ts"),
  },
  {
    it: "an export of a person's data that has its own queries",
    path: "lib/review/personal-data.ts", bad: load("db", "#lib/platform/db.ts"), says: /Put the query into/,
    good: load("listOfPerson", "#lib/review/store.ts"),
  },
  {
    it: "a mail template that loads something",
    path: "lib/notification/mail/returned.ts", bad: load("iso", "#lib/base/time.ts"), says: /imports nothing/,
    good: `export const subject = "Changes were asked for";\n`,
  },
  {
    it: "a server file that does not say so",
    path: "lib/review/views.ts", bad: `export const views = 1;\n`, says: /begin it with `import "server-only";`/, good: server(`export const views = 1;\n`),
  },
]);

guarded("the order of the rooms", [
  {
    it: "the guide when it knows the roadmap",
    path: "lib/guide/library.ts", bad: load("progress", "#lib/roadmap/progress.ts"), says: /lib\/guide may use none, not lib\/roadmap/,
    good: load("getItem", "#lib/guide/guide.ts"), goodPath: "lib/roadmap/progress.ts",
  },
  {
    it: "the portfolio when it knows the reviews",
    path: "lib/portfolio/store.ts", bad: server(load("openReviews", "#lib/review/store.ts")), says: /lib\/portfolio may use guide, account/,
    good: server(load("openReviews", "#lib/portfolio/store.ts")), goodPath: "lib/review/store.ts",
  },
  {
    it: "anybody who imports notification",
    path: "lib/review/commands.ts", bad: server(load("notify", "#lib/notification/store.ts")), says: /Say `emit\(tx, event\)`/,
    good: server(load("emit", "#lib/access/emit.ts")),
  },
  {
    it: "the administration, too, when it imports notification",
    path: "lib/admin/views.ts", bad: server(load("outbox", "#lib/notification/store.ts")), says: /Nobody imports notification/,
    good: server(load("listPeople", "#lib/account/store.ts")),
  },
]);

guarded("a room that did not exist when the rules were written", [
  {
    it: "its database outside the store",
    path: "lib/calendar/appointment.ts", bad: load("db", "#lib/platform/db.ts"), says: /Put the query into/,
    good: server(load("db", "#lib/platform/db.ts")), goodPath: "lib/calendar/store.ts",
  },
  {
    it: "its way into another room before it has a place among them",
    path: "lib/calendar/store.ts", bad: server(load("getUser", "#lib/account/store.ts")), says: /has no place among the rooms yet/,
    good: server(load("after", "#lib/base/time.ts")),
  },
  {
    it: "another room's way into it",
    path: "lib/review/store.ts", bad: server(load("slots", "#lib/calendar/store.ts")), says: /not lib\/calendar/, good: server(""),
  },
  {
    it: "its clock", path: "lib/calendar/appointment.ts", bad: "export const now = () => Date.now();\n", says: /Take `now` as a parameter/,
    good: "export const isOver = (end: Date, now: Date) => now > end;\n",
  },
  {
    it: "its component that reads its store",
    path: "components/calendar/month.tsx", bad: load("slots", "#lib/calendar/store.ts"), says: /A component shows what it is given/,
    good: type("Slot", "#lib/calendar/schema.ts"),
  },
]);

guarded("what a browser loads", [
  {
    it: "a client component that loads a schema",
    path: "components/review/ask.tsx", bad: client(load("askInput", "#lib/review/schema.ts")), says: /brings zod \(34 kB\)/,
    good: client(`export const check = async () => (await import("#lib/review/schema.ts")).askInput;\n`),
  },
  {
    it: "a client component that loads zod", path: "components/review/ask.tsx", bad: client(load("z", "zod")), says: /zod weighs 34 kB/,
    good: client(load("queueOptions", "#lib/review/queries.ts")),
  },
  {
    it: "a client component that loads a policy",
    path: "components/review/ask.tsx", bad: client(load("canClaim", "#lib/review/policy.ts")), says: /loads only pure files/,
    good: client(load("leaseLeft", "#lib/review/lease.ts")),
  },
  {
    it: "a client page that loads a view",
    path: "app/(mentor)/mentor/queue/page.tsx", bad: client(load("reviewQueue", "#lib/review/views.ts")), says: /loads only pure files/,
    good: load("reviewQueue", "#lib/review/views.ts"),
  },
  {
    it: "a server component that opens a view itself",
    path: "components/review/queue.tsx", bad: load("reviewQueue", "#lib/review/views.ts"), says: /Let the page in app\/ call the view/,
    good: type("ReviewQueue", "#lib/review/schema.ts"),
  },
  {
    it: "Base UI outside components/ui",
    path: "components/review/ask.tsx", bad: load("Dialog", "@base-ui/react/dialog"), says: /wrapped once, in components\/ui/,
    good: load("Dialog", "@base-ui/react/dialog"), goodPath: "components/ui/dialog.tsx",
  },
  {
    it: "parts of Base UI that write styles on the server",
    path: "components/ui/checkbox.tsx", bad: load("Checkbox", "@base-ui/react/checkbox"), says: /Use the native element/,
    good: `export const Box = () => <input type="checkbox" className="box" />;\n`,
  },
  {
    it: "Next's image component", path: "components/ui/picture.tsx", bad: `import Image from "next/image";\n${used("Image")}`, says: /inline styles or scripts/,
    good: `import Link from "next/link";\n${used("Link")}`,
  },
  {
    it: "pictures drawn on request", path: "app/(public)/people/route.tsx", bad: `import { ImageResponse } from "next/og";\n${used("ImageResponse")}`, says: /No request draws/,
    good: `import Link from "next/link";\n${used("Link")}`,
  },
]);

guarded("mail", [
  {
    it: "a job that reaches a mail server by itself", path: "lib/notification/jobs.ts", bad: load("createTransport", "nodemailer"), says: /Mail leaves by lib\/platform\/mail\.ts/,
    good: load("post", "#lib/platform/mail.ts"),
  },
]);

guarded("pages and routes", [
  {
    it: "a page that reads a store", path: "app/(learner)/portfolio/page.tsx", bad: load("list", "#lib/portfolio/store.ts"), says: /only the doors authorize/,
    good: load("portfolio", "#lib/portfolio/views.ts"),
  },
  {
    it: "a page that acts", path: "app/(learner)/portfolio/page.tsx", bad: load("addEvidence", "#lib/portfolio/commands.ts"), says: /A page only reads/,
    good: load("addEvidence", "#lib/portfolio/commands.ts"), goodPath: "app/api/v1/portfolio/evidence/route.ts",
  },
  {
    it: "a route that queries", path: "app/api/health/ready/route.ts", bad: load("db", "#lib/platform/db.ts"), says: /may reach the database/,
    good: load("isReady", "#lib/platform/health.ts"),
  },
  {
    it: "a page that reads cookies", path: "app/(learner)/portfolio/page.tsx", bad: load("cookies", "next/headers"), says: /found out in one place, lib\/access/,
    good: load("cookies", "next/headers"), goodPath: "lib/access/session.ts",
  },
  {
    it: "a component that asks next-auth", path: "components/shell/menu.tsx", bad: load("useSession", "next-auth/react"), says: /found out in one place, lib\/access/,
    good: load("handler", "next-auth"), goodPath: "app/api/auth/[...nextauth]/route.ts",
  },
  {
    it: "a layout that authorizes", path: "app/(admin)/layout.tsx", bad: load("notFound", "next/navigation"), says: /a check in it guards nothing/,
    good: load("notFound", "next/navigation"), goodPath: "app/(admin)/admin/people/page.tsx",
  },
  {
    it: "a server action", path: "app/(learner)/portfolio/page.tsx", bad: `"use server";\nexport async function save() {}\n`, says: /There are no server actions/,
    good: `export async function load() {}\n`,
  },
  {
    it: "a server action inside a component", path: "components/review/ask.tsx",
    bad: `export function Ask() {\n  async function save() {\n    "use server";\n  }\n  return <form action={save} />;\n}\n`,
    says: /There are no server actions/, good: `export function Ask() {\n  return <form method="post" />;\n}\n`,
  },
]);

guarded("markup", [
  {
    it: "an inline style", path: "components/ui/bar.tsx", bad: `export const Bar = () => <div style={{ width: "40%" }} />;\n`, says: /style-src 'self' removes inline styles/,
    good: `export const Bar = () => <progress value={40} max={100} />;\n`,
  },
  {
    it: "a style element", path: "components/ui/bar.tsx", bad: "export const Bar = () => <style>{`p {}`}</style>;\n", says: /removes inline styles/,
    good: `export const Bar = () => <p className="bar" />;\n`,
  },
  {
    it: "HTML from a string", path: "components/guide/prose.tsx", bad: `export const Prose = () => <div dangerouslySetInnerHTML={{ __html: "x" }} />;\n`,
    says: /way in for another person's script/, good: `export const Prose = () => <div>{"x"}</div>;\n`,
  },
  {
    it: "HTML written into an element", path: "components/guide/prose.tsx", bad: `export const fill = (node: Element, text: string) => { node.innerHTML = text; };\n`,
    says: /way in for another person's script/, good: `export const fill = (node: Element, text: string) => { node.textContent = text; };\n`,
  },
  {
    it: "an inline script", path: "components/guide/prose.tsx", bad: `export const Script = () => <script src="/x.js" />;\n`, says: /way in for another/,
    good: `export const Script = () => <p />;\n`,
  },
]);

describe("the theme's script", () => {
  const layout = (html: string, from = "#lib/base/head-script.ts") =>
    `import { headScript } from "${from}";\nexport const Head = () => <script dangerouslySetInnerHTML={{ __html: ${html} }} />;\n`;

  it("is let through in the root layout, and nowhere else", async () => {
    expect(await messages("app/layout.tsx", layout("headScript"))).toEqual([]);
    expect(await messages("app/(public)/layout.tsx", layout("headScript"))).not.toEqual([]);
  });

  it("is let through as the constant that the policy knows, unchanged", async () => {
    expect(await messages("app/layout.tsx", layout("`${headScript};`"))).not.toEqual([]);
    expect(await messages("app/layout.tsx", layout("headScript", "#lib/base/text.ts"))).not.toEqual([]);
  });
});

describe("structured data", () => {
  const data = (html: string, type = "application/ld+json") =>
    `import { scriptJson } from "#lib/base/script-json.ts";\nexport const Data = () => <script type="${type}" dangerouslySetInnerHTML={{ __html: ${html} }} />;\n`;

  it("is let through in its one component, and nowhere else", async () => {
    expect(await messages("components/guide/structured-data.tsx", data("scriptJson({})"))).toEqual([]);
    expect(await messages("components/guide/prose.tsx", data("scriptJson({})"))).not.toEqual([]);
  });

  it("is let through as data, written by scriptJson", async () => {
    expect(await messages("components/guide/structured-data.tsx", data("JSON.stringify({})"))).not.toEqual([]);
    expect(await messages("components/guide/structured-data.tsx", data("scriptJson({})", "module"))).not.toEqual([]);
  });
});

guarded("pure files", [
  ...["lib/review/lease.ts", "lib/review/policy.ts", "lib/review/schema.ts", "lib/base/time.ts"].map((path) => ({
    it: `the clock in ${path}`, path, bad: "export const now = () => new Date();\n", says: /Take `now` as a parameter/,
    good: "export const read = (text: string) => new Date(text);\n",
  })),
  { it: "Date()", path: "lib/review/lease.ts", bad: "export const now = () => Date();\n", says: /Take `now`/, good: "export const at = Date.UTC(2026, 0);\n" },
  { it: "a clock under another name", path: "lib/review/lease.ts", bad: "const Clock = Date;\nexport const now = () => new Clock();\n", says: /Take `now`/, good: "export {};\n" },
  {
    it: "performance.now()", path: "lib/review/lease.ts", bad: "export const now = () => performance.now();\n", says: /Take `now`/,
    good: "export const now = (performance: { now(): number }) => performance.now();\n",
  },
  { it: "chance", path: "lib/review/lease.ts", bad: "export const pick = () => Math.random();\n", says: /chance and ids/, good: "export const up = Math.ceil(1.5);\n" },
  { it: "ids", path: "lib/review/lease.ts", bad: "export const make = () => crypto.randomUUID();\n", says: /chance and ids/, good: "export const make = (id: string) => id;\n" },
  { it: "the process", path: "lib/review/lease.ts", bad: "export const zone = process.env.TZ;\n", says: /no process around it/, good: "export const zone = (process: string) => process;\n" },
  { it: "Node's modules", path: "lib/review/lease.ts", bad: load("readFileSync", "node:fs"), says: /in a browser and in a test/, good: load("iso", "#lib/base/time.ts") },
  { it: "Prisma", path: "lib/review/lease.ts", bad: load("Prisma", "@prisma/client"), says: /wrapped once, in lib\/platform/, good: load("iso", "#lib/base/time.ts") },
  { it: "React", path: "lib/review/lease.ts", bad: load("useState", "react"), says: /React belongs in components/, good: load("useState", "react"), goodPath: "components/review/lease.tsx" },
  { it: "Next", path: "lib/review/lease.ts", bad: load("notFound", "next/navigation"), says: /know nothing of Next/, good: load("iso", "#lib/base/time.ts") },
  {
    it: "this machine's clock in a store", path: "lib/review/store.ts", bad: server("export const now = () => Date.now();\n"), says: /Use the `now` that the door hands over/,
    good: server("export const until = (now: Date) => new Date(now.getTime() + 1);\n"),
  },
]);

guarded("the database", [
  {
    it: "SQL from a string", path: "lib/review/store.ts", bad: server("export const list = (db: Db, sql: string) => db.$queryRawUnsafe(sql);\n"), says: /where injection begins/,
    good: server("export const list = (db: Db, id: string) => db.$queryRaw`SELECT ${id}`;\n"),
  },
  {
    it: "a statement from a string, however it is reached", path: "tests/support/database.ts",
    bad: `export const run = (db: Db, sql: string) => db["$executeRawUnsafe"](sql);\n`, says: /where injection begins/,
    good: "export const run = (db: Db) => db.$executeRaw`SELECT 1`;\n",
  },
  {
    it: "text that becomes SQL", path: "lib/review/store.ts", bad: server("export const order = (by: string) => Prisma.raw(by);\n"), says: /takes a literal only/,
    good: server(`export const order = () => Prisma.raw("ASC");\n`),
  },
]);

guarded("the doors", [
  {
    it: "systemActor in a request", path: "lib/review/commands.ts", bad: server(load("systemActor", "#lib/access/actor.ts")), says: /passes every policy that says so/,
    good: load("systemActor", "#lib/access/actor.ts"), goodPath: "lib/review/jobs.ts",
  },
  {
    it: "systemActor in a page", path: "app/(learner)/portfolio/page.tsx", bad: load("systemActor", "#lib/access/actor.ts"), says: /passes every policy/,
    good: load("systemActor", "#lib/access/actor.ts"), goodPath: "lib/ops/seed.ts",
  },
  {
    it: "systemActor behind a star", path: "app/(learner)/portfolio/page.tsx",
    bad: `import * as actors from "#lib/access/actor.ts";\n${used("actors")}`, says: /passes every policy/, good: type("Actor", "#lib/access/actor.ts"),
  },
  {
    it: "a command outside commands.ts", path: "lib/review/views.ts", bad: server(load("command", "#lib/access/command.ts")), says: /stand together in lib\/<room>\/commands.ts/,
    good: server(load("command", "#lib/access/command.ts")), goodPath: "lib/review/commands.ts",
  },
  {
    it: "a view outside views.ts", path: "lib/review/commands.ts", bad: server(load("view", "#lib/access/view.ts")), says: /stand together in lib\/<room>\/views.ts/,
    good: server(load("view", "#lib/access/view.ts")), goodPath: "lib/review/views.ts",
  },
  {
    it: "an endpoint outside app/api/v1", path: "app/(learner)/portfolio/route.ts", bad: load("endpoint", "#lib/access/endpoint.ts"), says: /served under app\/api\/v1/,
    good: load("endpoint", "#lib/access/endpoint.ts"), goodPath: "app/api/v1/portfolio/route.ts",
  },
]);

guarded("one way of writing it", [
  { it: "a barrel", path: "lib/review/lease.ts", bad: `export * from "#lib/review/turn.ts";\n`, says: /A barrel hides/, good: load("turn", "#lib/review/turn.ts") },
  { it: "a name passed on", path: "lib/review/lease.ts", bad: `export { turn } from "#lib/review/turn.ts";\n`, says: /A barrel hides/, good: "const turn = 1;\nexport { turn };\n" },
  { it: "a name passed on in two steps", path: "lib/review/lease.ts", bad: `import { turn } from "#lib/review/turn.ts";\nexport { turn };\n`, says: /A barrel hides/, good: load("turn", "#lib/review/turn.ts") },
  { it: "a default export", path: "components/ui/button.tsx", bad: "export default function Button() { return null; }\n", says: /another name in each file/, good: "export function Button() { return null; }\n" },
  { it: "a default export by name", path: "components/ui/button.tsx", bad: "const Button = 1;\nexport { Button as default };\n", says: /another name in each file/, good: "export default function Page() { return null; }\n", goodPath: "app/page.tsx" },
  { it: "a path that climbs", path: "lib/review/lease.ts", bad: load("iso", "../base/time.ts"), says: /Write "#lib\/base\/time.ts"/, good: load("turn", "./turn.ts") },
  { it: "a console in the product", path: "lib/review/jobs.ts", bad: `console.log("done");\n`, says: /console/, good: `console.log("done");\n`, goodPath: "lib/ops/seed.ts" },
]);

guarded("tests", [
  { it: "a sleep", path: "tests/integration/review/claim.test.ts", bad: "await new Promise((resolve) => setTimeout(resolve, 50));\n", says: /A sleep is too short/, good: "await expect.poll(() => 1).toBe(1);\n" },
  { it: "a browser's sleep", path: "tests/e2e/review.spec.ts", bad: "await page.waitForTimeout(500);\n", says: /A sleep is too short/, good: `await page.getByText("Saved").waitFor();\n` },
  { it: "a skipped test", path: "tests/unit/review/lease.test.ts", bad: `it.skip("ends", () => {});\n`, says: /does not run proves nothing/, good: `it("ends", () => {});\n` },
  { it: "a mock of the database", path: "tests/unit/review/lease.test.ts", bad: `vi.mock("#lib/platform/db.ts");\n`, says: /never a mock of it/, good: `vi.stubEnv("TZ", "Asia/Kathmandu");\n` },
]);

// The first of these starts the compiler, which reads the whole project.
describe("promises", { timeout: 60_000 }, () => {
  const typed = new ESLint();
  const existing = "tests/house/eslint/ast.ts";

  it("are awaited, or the error that they carry is lost", async () => {
    const save = "async function save(): Promise<void> {}\n";
    expect(await messages(existing, `${save}export function run(): void {\n  save();\n}\n`, typed)).toEqual([expect.stringMatching(/Promises must be awaited/)]);
    expect(await messages(existing, `${save}export async function run(): Promise<void> {\n  await save();\n}\n`, typed)).toEqual([]);
  });

  it("are not taken for conditions", async () => {
    const code = (check: string) => `async function isOpen(): Promise<boolean> {\n  return true;\n}\nexport async function run(): Promise<number> {\n  return ${check} ? 1 : 2;\n}\n`;
    expect(await messages(existing, code("isOpen()"), typed)).toEqual([expect.stringMatching(/Expected non-Promise value/)]);
    expect(await messages(existing, code("(await isOpen())"), typed)).toEqual([]);
  });
});
