import type { Rule } from "eslint";
import { isClientFile, type Node, pathOf, report, rule } from "./ast.ts";
import { judgeImport, type Reach } from "./directions.ts";
import { judgePackage } from "./packages.ts";
import { isInsideTree, placeOf, targetOf } from "./places.ts";

const imports = rule("Imports go one way, and each kind of file has its own", (context) => {
  const path = pathOf(context);
  const from = placeOf(path);
  const client = isClientFile(context);

  function judge(node: Node, source: unknown, reach: Reach): void {
    const specifier = (source as Node | null)?.value;
    if (typeof specifier !== "string") return;
    const target = targetOf(path, specifier);
    if (target === null) {
      const message = judgePackage(specifier, from, { reach, client });
      if (message) report(context, node, message);
      return;
    }
    if (specifier.split("/").includes("..") && isInsideTree(path)) {
      report(context, node, `A path with ".." breaks when its file moves, and hides which room is entered. Write "#${target}".`);
    }
    const message = judgeImport({ from, to: placeOf(target), reach, client });
    if (message) report(context, node, message);
  }

  const reachOf = (node: Node, key: string): Reach => (node[key] === "type" ? "type" : "value");
  return {
    ImportDeclaration: (node) => judge(node, node.source, reachOf(node, "importKind")),
    ExportNamedDeclaration: (node) => judge(node, node.source, reachOf(node, "exportKind")),
    ExportAllDeclaration: (node) => judge(node, node.source, reachOf(node, "exportKind")),
    ImportExpression: (node) => judge(node, node.source, "dynamic"),
    TSImportType: (node) => judge(node, (node.source ?? (node.argument as Node).literal) as Node, "type"),
  };
});

const barrelMessage =
  "A barrel hides where a thing lives and drags whole rooms into a bundle. Import it from the file that declares it.";

/** The one exception: lib/platform/db.ts stands for the generated client, so that nobody else names the generated files. */
const generatedClient = "#lib/platform/prisma/client.ts";

const noBarrels = rule("No file passes on what another declares", (context) => {
  const imported = new Set<string>();
  return {
    ImportDeclaration: (node) => {
      if ((node.source as Node).value === generatedClient && pathOf(context) === "lib/platform/db.ts") return;
      for (const { local } of node.specifiers as Node[]) imported.add((local as Node).name as string);
    },
    ExportAllDeclaration: (node) => report(context, node, barrelMessage),
    "ExportNamedDeclaration[source]": (node) => {
      if (node.source) report(context, node, barrelMessage);
    },
    "Program:exit": (program) => {
      for (const statement of program.body as Node[]) {
        if (statement.type !== "ExportNamedDeclaration" || statement.source) continue;
        for (const specifier of statement.specifiers as Node[]) {
          if (imported.has((specifier.local as Node).name as string)) report(context, specifier, barrelMessage);
        }
      }
    },
  };
});

/** The files in which Next, or a tool, wants a default export. */
const defaultExportFiles = [
  /^app\/(.*\/)?(page|layout|template|loading|error|global-error|not-found|global-not-found|default|forbidden|unauthorized)\.tsx$/,
  /^app\/(.*\/)?(sitemap|robots|manifest)\.ts$/,
  /^[^/]+\.config\.(ts|js|mjs)$/,
  /^tests\/support\/global-setup\.ts$/,
  /^tests\/support\/[a-z-]*(reporter|global-setup)\.ts$/,
  /\.d\.ts$/,
];

const noDefaultExports = rule("Default exports only where Next wants them", (context) => {
  if (defaultExportFiles.some((pattern) => pattern.test(pathOf(context)))) return {};
  const message = "A default export has another name in each file that imports it, and a search misses it. Export it by name; only the files that Next "
    + "or a tool looks up (page, layout, error, *.config) need a default.";
  return {
    ExportDefaultDeclaration: (node) => report(context, node, message),
    "ExportSpecifier[exported.name='default']": (node) => report(context, node, message),
  };
});

/** Files whose result must depend on their arguments alone. */
function isPure(path: string): boolean {
  const place = placeOf(path);
  return place.zone === "base" || (place.zone === "room" && ["pure", "schema", "policy", "content", "mail"].includes(place.role));
}

/** Files of a room that act in a transaction, whose only clock is the database's. */
function usesDatabaseClock(path: string): boolean {
  const place = placeOf(path);
  return place.zone === "room" && ["store", "commands", "views", "personal-data"].includes(place.role);
}

const clockMessage = {
  pure: "This file is pure: the same arguments give the same answer, so that a test can choose the moment. Take `now` as a parameter; the door hands it over.",
  database: "The clock of a command or view is the database's, read after the locks are held: two servers never agree on Date.now(). Use the `now` that "
    + "the door hands over, or clock_timestamp() in the query.",
};
const chanceMessage = "This file is pure: chance and ids come from outside. Take the value as a parameter; ids are made by the database or in the store.";
const worldMessage = "This file is pure: it has no network, no storage, no timers and no process around it. Take the value as a parameter, and reach for the world in "
  + "the store, jobs.ts, lib/platform or the component.";

const worldNames = new Set([
  "process", "fetch", "setTimeout", "setInterval", "setImmediate", "queueMicrotask", "requestAnimationFrame", "window", "document",
  "localStorage", "sessionStorage", "navigator", "location", "globalThis", "global", "console",
]);

function isNamed(node: unknown, name: string): boolean {
  return (node as Node | undefined)?.type === "Identifier" && (node as Node).name === name;
}

const pureFiles = rule("Pure files have no clock, no chance and no world", (context) => {
  const path = pathOf(context);
  const pure = isPure(path);
  if (!pure && !usesDatabaseClock(path)) return {};
  const isBase = placeOf(path).zone === "base";
  const clock = pure ? clockMessage.pure : clockMessage.database;

  const isGlobal = (node: Node): boolean => {
    const scope = context.sourceCode.getScope(node as unknown as Rule.Node);
    for (let at: typeof scope | null = scope; at; at = at.upper) {
      const variable = at.set.get(node.name as string);
      if (variable && variable.defs.length > 0) return false;
    }
    return true;
  };
  const isType = (node: Node): boolean => /^TS(Type|Qualified|Interface)/.test(node.parent.type);

  return {
    Identifier: (node) => {
      const { name, parent } = node;
      const isProperty = (parent.type === "MemberExpression" && parent.property === node && !parent.computed)
        || (parent.type === "Property" && parent.key === node && !parent.shorthand)
        || /^(TSPropertySignature|PropertyDefinition|MethodDefinition|TSMethodSignature|JSXAttribute)$/.test(parent.type);
      if (isProperty || isType(node) || !isGlobal(node)) return;
      if (name === "Date") {
        const isConstructed = parent.type === "NewExpression" && (parent.arguments as Node[]).length > 0;
        const isReading = parent.type === "MemberExpression" && (isNamed(parent.property, "parse") || isNamed(parent.property, "UTC"));
        const isInstance = parent.type === "BinaryExpression";
        if (!isConstructed && !isReading && !isInstance) report(context, node, clock);
      } else if (name === "performance" || (name === "Temporal" && isNamed(parent.property, "Now"))) report(context, node, clock);
      else if (!pure) return;
      else if (name === "crypto" || (name === "Math" && isNamed(parent.property, "random"))) report(context, node, chanceMessage);
      else if (name === "fetch" && isBase) return; // lib/base/api.ts is how every browser reaches the API
      else if (worldNames.has(name as string)) report(context, node, worldMessage);
    },
  };
});

const headScriptFile = "app/layout.tsx";
const dataFile = "components/guide/structured-data.tsx";

const noInlineHtml = rule("No HTML from strings, no inline scripts or styles", (context) => {
  const isLayout = pathOf(context) === headScriptFile;
  let themeName: unknown = null;

  function isHeadScript(attribute: Node): boolean {
    const element = (attribute.parent as Node).name as Node;
    const expression = (attribute.value as Node | null)?.expression as Node | undefined;
    const [only, ...more] = (expression?.properties ?? []) as Node[];
    return isLayout && element.name === "script" && more.length === 0 && isNamed(only?.key, "__html")
      && themeName !== null && isNamed(only?.value, themeName as string);
  }

  /** `<script type="application/ld+json">` with scriptJson(…), which cannot be left from within. */
  function isData(attribute: Node): boolean {
    const { name, attributes } = attribute.parent as Node;
    const isJson = (attributes as Node[]).some((each) => (each.name as Node).name === "type" && (each.value as Node | null)?.value === "application/ld+json");
    const expression = (attribute.value as Node | null)?.expression as Node | undefined;
    const [only, ...more] = (expression?.properties ?? []) as Node[];
    const value = only?.value as Node | undefined;
    return pathOf(context) === dataFile && (name as Node).name === "script" && isJson && more.length === 0 && isNamed(only?.key, "__html")
      && value?.type === "CallExpression" && isNamed(value.callee, "scriptJson");
  }

  const isAllowed = (attribute: Node) => isHeadScript(attribute) || isData(attribute);

  const styleMessage = "style-src 'self' removes inline styles, on the server and in what Next streams: the page would look different from what you see here. Use a class; "
    + "for a computed size use SVG attributes, <progress> or <meter>.";
  const htmlMessage = "HTML from a string is the way in for another person's script. Render elements; Markdown goes through the guide's tree. The one exception is the theme's "
    + "constant script on <script> in app/layout.tsx, whose hash stands in every policy.";
  return {
    ImportDeclaration: (node) => {
      if ((node.source as Node).value !== "#lib/base/head-script.ts") return;
      const [first] = node.specifiers as Node[];
      themeName = (first?.local as Node | undefined)?.name ?? null;
    },
    "JSXAttribute[name.name='style']": (node) => report(context, node, styleMessage),
    "JSXOpeningElement[name.name='style']": (node) => report(context, node, styleMessage),
    "CallExpression[callee.name=/^(createElement|cloneElement|jsx|jsxs)$/] > ObjectExpression > Property[key.name='style']": (node) =>
      report(context, node, styleMessage),
    "CallExpression[callee.property.name=/^(createElement|cloneElement)$/] > ObjectExpression > Property[key.name='style']": (node) =>
      report(context, node, styleMessage),
    "JSXAttribute[name.name='dangerouslySetInnerHTML']": (node) => {
      if (!isAllowed(node)) report(context, node, htmlMessage);
    },
    "Property[key.name='dangerouslySetInnerHTML']": (node) => report(context, node, htmlMessage),
    "JSXOpeningElement[name.name='script']": (node) => {
      const hasTheme = (node.attributes as Node[]).some((attribute) =>
        attribute.type === "JSXAttribute" && (attribute.name as Node).name === "dangerouslySetInnerHTML" && isAllowed(attribute));
      if (!hasTheme) report(context, node, htmlMessage);
    },
    "AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]": (node) => report(context, node, htmlMessage),
    "CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]": (node) => report(context, node, htmlMessage),
  };
});

const noServerActions = rule("There are no server actions", (context) => ({
  "ExpressionStatement[directive='use server']": (node) =>
    report(context, node, "There are no server actions: each one is a public endpoint without a policy, with an id that changes at every build, that an offline queue "
      + "cannot replay. Write a command() in lib/<room>/commands.ts, and export it from app/api/v1 with endpoint()."),
}));

const rawMessage = "SQL built from strings is where injection begins. Use the tagged $queryRaw`…` and Prisma.sql, which send values apart from the text.";

const noRawSql = rule("No SQL from strings", (context) => ({
  "Identifier[name=/^\\$(query|execute)RawUnsafe$/]": (node) => report(context, node, rawMessage),
  "Literal[value=/^\\$(query|execute)RawUnsafe$/]": (node) => report(context, node, rawMessage),
  "CallExpression[callee.object.name='Prisma'][callee.property.name='raw']": (node) => {
    const [argument] = node.arguments as Node[];
    if (argument?.type !== "Literal") report(context, node, `${rawMessage} Prisma.raw takes a literal only.`);
  },
}));

const serverOnlyRoles = ["store", "commands", "views"];

const serverOnly = rule("Files of the server say so", (context) => {
  const place = placeOf(pathOf(context));
  if (place.zone !== "room" || !serverOnlyRoles.includes(place.role)) return {};
  return {
    Program: (node) => {
      const isGuarded = (node.body as Node[]).some(({ type, source }) => type === "ImportDeclaration" && (source as Node).value === "server-only");
      if (!isGuarded) {
        report(context, node, `${place.role}.ts reaches the database: begin it with \`import "server-only";\`, so that the build fails when it would be sent to a browser.`);
      }
    },
  };
});

/** Who may name what of the doors. */
const doorNames: { file: string; name: string; allowed: (path: string) => boolean; message: string }[] = [
  {
    file: "lib/access/actor.ts",
    name: "systemActor",
    allowed: (path) => /^lib\/[^/]+\/jobs\.ts$|^lib\/(ops|access)\/|^tests\//.test(path),
    message: "systemActor passes every policy that says so: it is for jobs.ts, lib/ops and tests. In a request, use the actor that the door hands over.",
  },
  {
    file: "lib/access/command.ts",
    name: "command",
    allowed: (path) => /^lib\/[^/]+\/commands\.ts$|^lib\/access\/|^tests\//.test(path),
    message: "A room's acts stand together in lib/<room>/commands.ts, where the API and the authorization matrix find them. Build the command there.",
  },
  {
    file: "lib/access/view.ts",
    name: "view",
    allowed: (path) => /^lib\/[^/]+\/views\.ts$|^lib\/access\/|^tests\//.test(path),
    message: "A room's reads stand together in lib/<room>/views.ts, where the API and the authorization matrix find them. Build the view there.",
  },
  {
    file: "lib/access/endpoint.ts",
    name: "endpoint",
    allowed: (path) => /^app\/api\/v1\/.*route\.ts$|^lib\/access\/|^tests\//.test(path),
    message: "An operation is served under app/api/v1/<room>, one line a method, where the authorization matrix finds it. Move the route there.",
  },
];

const doors = rule("The doors are used where they can be found", (context) => {
  const path = pathOf(context);
  return {
    ImportDeclaration: (node) => {
      const target = targetOf(path, String((node.source as Node).value));
      if (node.importKind === "type") return;
      for (const { file, name, allowed, message } of doorNames) {
        if (target !== file || allowed(path)) continue;
        for (const specifier of node.specifiers as Node[]) {
          const isName = specifier.type === "ImportNamespaceSpecifier" || isNamed(specifier.imported, name);
          if (isName && specifier.importKind !== "type") report(context, specifier, message);
        }
      }
    },
  };
});

const layoutMessage = "A layout is not rendered again when one moves between its pages, so a check in it guards nothing. Load the page's data through its view: the policy decides.";

const layoutsNeverAuthorize = rule("Layouts never authorize", (context) => {
  if (!/^app\/(.*\/)?(layout|template)\.tsx$/.test(pathOf(context))) return {};
  return {
    "ImportSpecifier[imported.name=/^(redirect|permanentRedirect|notFound|forbidden|unauthorized)$/]": (node) => report(context, node, layoutMessage),
  };
});

const honestTests = rule("Tests wait for what happens, and all of them run", (context) => {
  const path = pathOf(context);
  if (!/\.(test|spec)\.tsx?$/.test(path)) return {};
  const sleepMessage = "A sleep is too short on a slow machine and wasted on a fast one. Wait for what should happen: expect.poll, a locator's expect, an event.";
  const mockMessage = "The real database is used, never a mock of it: a mock agrees with the code even where PostgreSQL does not. Use the helpers of tests/support.";
  return {
    "CallExpression[callee.property.name='waitForTimeout']": (node) => report(context, node, sleepMessage),
    "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout']": (node) => report(context, node, sleepMessage),
    "ImportDeclaration[source.value=/^(node:)?timers.promises$/]": (node) => report(context, node, sleepMessage),
    "MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|fixme)$/]": (node) =>
      report(context, node, "A test that does not run proves nothing, and the last line would still say passed. Mend it or remove it."),
    "CallExpression[callee.object.name='vi'][callee.property.name=/^(mock|doMock)$/]": (node) => {
      const [name] = node.arguments as Node[];
      if (/prisma|platform\/db/.test(String(name?.value))) report(context, node, mockMessage);
    },
  };
});

export const rules = {
  imports,
  "no-barrels": noBarrels,
  "no-default-exports": noDefaultExports,
  "pure-files": pureFiles,
  "no-inline-html": noInlineHtml,
  "no-server-actions": noServerActions,
  "no-raw-sql": noRawSql,
  "server-only": serverOnly,
  doors,
  "layouts-never-authorize": layoutsNeverAuthorize,
  "honest-tests": honestTests,
};
