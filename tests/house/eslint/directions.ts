import type { Place, Role } from "./places.ts";

/**
 * The rooms that each room may compose, one way and without cycles. A room that is not listed may use no other room, and no other
 * room may use it, until it is given its place here.
 */
export const roomsBelow: Record<string, readonly string[]> = {
  guide: [],
  account: [],
  portfolio: ["guide", "account"],
  roadmap: ["guide", "account"],
  review: ["roadmap", "portfolio", "guide", "account"],
  advice: ["review", "roadmap", "portfolio", "guide", "account"],
  thread: ["advice", "review", "roadmap", "portfolio", "guide", "account"],
  notification: ["thread", "advice", "review", "roadmap", "portfolio", "guide", "account"],
  admin: ["thread", "advice", "review", "roadmap", "portfolio", "guide", "account"],
};

/**
 * How an import reaches its target. `type` is `import type` alone: with verbatimModuleSyntax, `import { type X }` still loads
 * the module. `dynamic` is `import()`, which leaves the first load alone.
 */
export type Reach = "value" | "type" | "dynamic";

export interface Import {
  from: Place;
  to: Place;
  reach: Reach;
  /** The importing file says "use client". */
  client: boolean;
}

type Table = Partial<Record<Role, readonly Role[]>>;

/** What each kind of file may load of its own room. */
const own: Table = {
  pure: ["pure", "content"],
  schema: ["pure"],
  policy: ["pure"],
  store: ["pure", "schema", "policy", "store", "content"],
  commands: ["pure", "schema", "policy", "store"],
  views: ["pure", "schema", "policy", "store"],
  queries: ["pure"],
  jobs: ["pure", "schema", "store", "commands", "mail"],
  "personal-data": ["pure", "schema", "store"],
  content: ["content"],
  mail: ["mail"],
};

/** What it may name, beyond that, in `import type`. */
const ownTypes: Table = {
  pure: ["schema"],
  policy: ["schema", "store"],
  queries: ["schema"],
  content: ["schema", "pure"],
  mail: ["schema", "pure"],
};

/** What each kind of file may load of a room below. */
const below: Table = {
  pure: ["pure"],
  schema: ["pure", "schema"],
  policy: ["pure"],
  store: ["pure", "schema", "store"],
  commands: ["pure", "schema", "store"],
  views: ["pure", "schema", "store"],
  queries: ["pure"],
  jobs: ["pure", "schema", "store"],
};

const belowTypes: Table = { pure: ["schema"], policy: ["schema", "store"], queries: ["schema"] };

/** What each kind of file is, in words for the message. */
const nature: Record<Role, string> = {
  pure: "a pure file of the domain",
  schema: "schema.ts (inputs and DTO types, loaded in the browser too)",
  policy: "policy.ts (a pure judgement)",
  store: "store.ts (all of the room's Prisma and SQL, with its parts: queue-store.ts)",
  commands: "commands.ts (the room's acts)",
  views: "views.ts (the room's reads)",
  queries: "queries.ts (query options, loaded in the browser)",
  jobs: "jobs.ts (background work)",
  "personal-data": "personal-data.ts (export and erasure)",
  content: "content/ (text and data)",
  mail: "mail/ (templates)",
};

/** Where the code belongs when a file of a room reaches for the wrong file of its own room. */
const instead: Record<Role, string> = {
  pure: "Take what you need as a parameter.",
  schema: "Import its types only (`import type`), or move what both need into a pure file named by a noun of the domain.",
  policy: "The door asks the policy: pass it to command() or view(). What both files need belongs in a pure file.",
  store: "Let commands.ts or views.ts call the store and hand over the result.",
  commands: "Move what both need into the store or a pure file; a command is called through its door only.",
  views: "Move the query into the store; a view is called through its door only.",
  queries: "Query options are for components; what both need belongs in a pure file or as a type in schema.ts.",
  jobs: "Emit an event in the command, and let jobs.ts subscribe to it.",
  "personal-data": "Move the query into the store.",
  content: "Content is read through the room's pure files or its store.",
  mail: "Templates are rendered by the room's jobs.ts.",
};

function may(table: Table, from: Role, to: Role): boolean {
  return table[from]?.includes(to) ?? false;
}

function judgeRoomToRoom(from: Extract<Place, { zone: "room" }>, to: Extract<Place, { zone: "room" }>, reach: Reach): string | null {
  if (from.room === to.room) {
    if (from.file.endsWith("/store.ts") && to.role === "store") return "A store uses none of its parts: they use it. Move what both need into store.ts.";
    if (may(own, from.role, to.role) || (reach === "type" && may(ownTypes, from.role, to.role))) return null;
    return `${nature[from.role]} may not import ${nature[to.role]}. ${instead[to.role]}`;
  }
  if (to.room === "notification") {
    return "Nobody imports notification, so that a notice can never stop or slow an act. Say `emit(tx, event)` in the command; "
      + "lib/notification/jobs.ts subscribes to it.";
  }
  if (!roomsBelow[from.room]) {
    return `lib/${from.room} has no place among the rooms yet, so it may import no other room. Give it one in `
      + "tests/house/eslint/directions.ts (roomsBelow), with the rooms below it.";
  }
  if (!roomsBelow[from.room]?.includes(to.room)) {
    const list = roomsBelow[from.room]?.join(", ") || "none";
    return `Rooms import one way, so that each can be understood from below: lib/${from.room} may use ${list}, not lib/${to.room}. `
      + "Move what both need down into the lower room, or compose the two in the room above or in app/.";
  }
  if (may(below, from.role, to.role) || (reach === "type" && may(belowTypes, from.role, to.role))) return null;
  return `Of a room below, ${nature[from.role]} may use ${list(below[from.role])}, not ${nature[to.role]}. `
    + "A room is entered through its store or its pure files; its policies, commands and views are for its own doors.";
}

function list(roles: readonly Role[] | undefined): string {
  return roles?.length ? roles.join(", ") : "nothing";
}

const databaseMessage =
  "Only lib/platform, lib/access, lib/ops, a room's store.ts with its parts, and tests may reach the database, so that all of a room's queries "
  + "stand together. Put the query into lib/<room>/store.ts and call it from commands.ts or views.ts.";

/** The generated client (lib/platform/prisma) counts as the database. */
function isDatabase(file: string): boolean {
  return /^lib\/platform\/(db\.ts|transaction\.ts|prisma\/|migrate\.ts|embedded-postgres|postgres-)/.test(file);
}

const platformForJobs = /^lib\/platform\/(jobs|mail|outbound|log|live|env)\b/;

function judgeRoomToPlatform(from: Extract<Place, { zone: "room" }>, to: Place, reach: Reach): string | null {
  const data = isDatabase(to.file);
  if (from.role === "store" && data) return null;
  if (reach === "type" && data && ["policy", "commands", "views", "jobs", "personal-data"].includes(from.role)) return null;
  if (from.role === "jobs" && platformForJobs.test(to.file)) return null;
  if (data) return databaseMessage;
  return `${nature[from.role]} may not import lib/platform: infrastructure is reached through the doors (lib/access), from the store (the `
    + "database) and from jobs.ts (mail, jobs, outbound requests). Move the code to one of these.";
}

function judgeRoomToAccess(from: Extract<Place, { zone: "room" }>, to: Place, reach: Reach): string | null {
  if (["commands", "views", "jobs"].includes(from.role)) return null;
  const isPure = to.file === "lib/access/decision.ts" || to.file === "lib/access/actor.ts";
  if (from.role === "policy" && isPure) return null;
  if (reach === "type" && ["pure", "policy", "store", "schema", "personal-data"].includes(from.role)) return null;
  if (from.role === "policy") {
    return "A policy is a pure judgement: it loads lib/access/decision.ts and actor.ts alone, and names other things of lib/access with `import type`.";
  }
  return `${nature[from.role]} may not import lib/access: the doors call the room, not the other way round. Build the command or view in `
    + "commands.ts or views.ts; take the actor's facts as parameters.";
}

function judgeFromRoom(from: Extract<Place, { zone: "room" }>, { to, reach }: Import): string | null {
  switch (to.zone) {
    case "base":
      return from.role === "mail" || from.role === "content" ? onlyTypes(reach, `${nature[from.role]} imports nothing.`) : null;
    case "room":
      return judgeRoomToRoom(from, to, reach);
    case "access":
      return judgeRoomToAccess(from, to, reach);
    case "platform":
      return judgeRoomToPlatform(from, to, reach);
    case "ops":
      return opsMessage;
    case "components":
    case "app":
      return `The domain does not know its pages: app -> components -> lib. Move what lib/${from.room} needs into a pure file of the room.`;
    default:
      return treeMessage;
  }
}

function onlyTypes(reach: Reach, message: string): string | null {
  return reach === "type" ? null : message;
}

const opsMessage = "lib/ops holds programs (start, serve, seed, grant); nothing imports a program. Move the shared part into lib/platform or lib/base.";
const treeMessage = "Nothing of the product imports tests or configuration. Move what is needed into lib/base or lib/platform.";

const clientMessage =
  "A client component loads only pure files, queries.ts, lib/base and other components: the rest is server code, or brings zod (34 kB) into "
  + "every page. Import types with `import type`, a schema with `import()` on first use, and take data as props or through queries.ts.";

function judgeComponentToRoom({ reach, client }: Import, to: Extract<Place, { zone: "room" }>): string | null {
  if (reach === "type" && ["schema", "pure", "queries"].includes(to.role)) return null;
  if (to.role === "pure" || to.role === "queries") return null;
  if (to.role === "schema" && reach === "dynamic") return null;
  if (client) return clientMessage;
  return `A component shows what it is given: it may use pure files, queries.ts and types of schema.ts, not ${nature[to.role]}. Let the page in `
    + "app/ call the view and pass the DTO as a prop, or fill the cache from it.";
}

function judgeComponentToComponent(from: Extract<Place, { zone: "components" }>, to: Extract<Place, { zone: "components" }>): string | null {
  if (from.part === to.part || (to.part === "ui" && from.part !== "ui")) return null;
  if (from.part === "ui") {
    return `components/ui could ship in a different product: it may not know components/${to.part}. Take the part as children or a prop, or move `
      + "this component to the room that it belongs to.";
  }
  if (from.part === "shell" || to.part === "shell") {
    return "The shell and the rooms do not know each other: app/ composes them. Pass the part as children from a layout or page.";
  }
  if (roomsBelow[from.part]?.includes(to.part)) return null;
  return `components/${from.part} may use components of the rooms below it (${roomsBelow[from.part]?.join(", ") || "none"}), not of ${to.part}. Pass `
    + "the part as children from the page, or move it into components/ui if it belongs to no room.";
}

function judgeFromComponents(from: Extract<Place, { zone: "components" }>, found: Import): string | null {
  const { to } = found;
  switch (to.zone) {
    case "base":
      return null;
    case "components":
      return judgeComponentToComponent(from, to);
    case "room":
      if (from.part === "ui") {
        return "components/ui could ship in a different product: it knows no room. Take plain props, or move the component to components/<room>.";
      }
      if (from.part !== "shell" && from.part !== to.room && !roomsBelow[from.part]?.includes(to.room)) {
        return `components/${from.part} shows lib/${from.part} and the rooms below it, not lib/${to.room}. Compose the two in app/.`;
      }
      return judgeComponentToRoom(found, to);
    case "access":
    case "platform":
      return found.client ? clientMessage
        : `A component decides nothing and opens nothing: lib/${to.zone} is for the doors. Let the page in app/ load a view and pass the DTO.`;
    case "ops":
      return opsMessage;
    case "app":
      return "app/ holds routing only, and imports components, not the other way round. Move the shared part into components/<room>.";
    default:
      return treeMessage;
  }
}

function judgeAppToRoom({ from, reach, client }: Import, to: Extract<Place, { zone: "room" }>): string | null {
  if (["pure", "queries"].includes(to.role) || (to.role === "schema" && (reach !== "value" || !client))) return null;
  if (client) return clientMessage;
  if (to.role === "views") return null;
  if (to.role === "commands") {
    return from.file.startsWith("app/api/") ? null
      : "A page only reads: an act is called by the person, over /api/v1. Export the command from app/api/v1/<room>/…/route.ts with endpoint().";
  }
  return `app/ enters a room through its views and, in app/api, its commands, not through ${nature[to.role]}: only the doors authorize. `
    + "Write a view() in lib/<room>/views.ts and call that.";
}

function judgeFromApp(found: Import): string | null {
  const { to, client } = found;
  switch (to.zone) {
    case "base":
    case "components":
    case "app":
      return null;
    case "room":
      return judgeAppToRoom(found, to);
    case "access":
      return client ? clientMessage : null;
    case "platform":
      if (client) return clientMessage;
      return isDatabase(to.file) ? databaseMessage : null;
    case "ops":
      return opsMessage;
    default:
      return treeMessage;
  }
}

const layers: Record<"base" | "platform" | "access", readonly Place["zone"][]> = {
  base: ["base"],
  platform: ["base", "platform"],
  access: ["base", "platform", "access"],
};

function judgeLayer(from: "base" | "platform" | "access", to: Place): string | null {
  if (layers[from].includes(to.zone)) return null;
  if (to.zone === "ops") return opsMessage;
  const why = {
    base: "lib/base is pure and known to all, so it knows nobody. Move this file into the room or layer that it needs.",
    platform: "lib/platform is infrastructure that any room may rest on, so it knows none, nor the doors. Take the part as a parameter, "
      + "or register it from instrumentation.ts.",
    access: "lib/access holds the doors of every room, so it knows none. Let the room pass what is needed to command() or view(), "
      + "or move it into lib/access or lib/base.",
  };
  return why[from];
}

function judgeFromOps(from: Place, to: Place): string | null {
  if (from.file.endsWith(".mjs") && !to.file.endsWith(".mjs")) {
    return "A .mjs program of lib/ops runs before the dependencies are there, on any Node from 20: it may import only node: modules and other .mjs files.";
  }
  if (from.file === "lib/ops/serve.ts" && to.zone === "room") {
    return "serve.ts imports no room: Next's handlers get their own instance of each module, so a room loaded here would live twice. Use "
      + "instrumentation.ts or a route handler.";
  }
  return ["components", "app", "tests"].includes(to.zone) ? "A program of lib/ops works on the domain, not on its pages. Import from lib/." : null;
}

/** Null when the import is allowed; otherwise why it is not, and where the code belongs. */
export function judgeImport(found: Import): string | null {
  const { from, to } = found;
  switch (from.zone) {
    case "tests":
    case "root":
      return null;
    case "base":
    case "platform":
    case "access":
      return judgeLayer(from.zone, to);
    case "ops":
      return judgeFromOps(from, to);
    case "room":
      return judgeFromRoom(from, found);
    case "components":
      return judgeFromComponents(from, found);
    case "app":
      return judgeFromApp(found);
  }
}
