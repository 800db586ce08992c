import { describe, expect, it } from "vitest";
import { libraryFolders, placeOf, roleFolders, roleNames, sharedComponents } from "#tests/house/eslint/places.ts";
import { roomsBelow } from "#tests/house/eslint/directions.ts";
import { files, foldersOf, read, rooms, under } from "#tests/house/repository.ts";

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

describe("the top level", () => {
  it("holds seven folders, and none that a newcomer must guess at", () => {
    const folders = new Set(files.filter((path) => path.includes("/")).map((path) => path.split("/")[0] ?? ""));
    const known = ["app", "components", "lib", "prisma", "public", "tests", "docs", ".ci"];
    expect([...folders].filter((name) => !known.includes(name))).toEqual([]);
  });

  it("otherwise holds configuration and the papers of an open-source project", () => {
    const loose = files.filter((path) => !path.includes("/"));
    const known = [
      /^\.[a-z.-]+$/, /^(README|LICENSE|CONTRIBUTING|SECURITY|CHANGELOG|CODE_OF_CONDUCT)(\.md)?$/, /^package(-lock)?\.json$/, /^tsconfig\.json$/,
      /^[a-z]+\.config\.(ts|js|mjs)$/, /^instrumentation(-client)?\.ts$/, /^[a-z-]+\.d\.ts$/,
    ];
    expect(loose.filter((path) => !known.some((pattern) => pattern.test(path)))).toEqual([]);
    expect(loose.length).toBeLessThanOrEqual(24);
  });
});

/** Names that say nothing of the domain: what is in them cannot be found, and everything ends up in them. */
const drawers = /^(utils?|helpers?|common|shared|misc|types?|constants?|index|services?|managers?|actions?|hooks?|api|data|models?|functions?|stuff|lib|core)$/;

describe("a room of the domain", () => {
  const inRooms = files.filter((path) => placeOf(path).zone === "room");

  it("holds files with a role and files named by a noun, without folders but content and mail", () => {
    const strangers = inRooms.filter((path) => {
      const [, , first = "", ...rest] = path.split("/");
      if (rest.length > 0) return !(roleFolders as readonly string[]).includes(first);
      const name = first.replace(/\.ts$/, "");
      return !first.endsWith(".ts") || !kebab.test(name) || drawers.test(name);
    });
    expect(strangers).toEqual([]);
  });

  it("names a role by its one name", () => {
    const nearly: Record<string, RegExp> = {
      schema: /^(schemas|input|inputs|dto|dtos)$/, policy: /^(policies|permissions?|abilit(y|ies)|authorization)$/,
      store: /^(stores|repository|db|database|sql)$/, commands: /^(command|mutations?|acts)$/, views: /^(view|loaders?|reads)$/,
      queries: /^(query|query-options|client)$/, jobs: /^(job|worker|workers|tasks|subscribers)$/, "personal-data": /^(privacy|gdpr|export|erasure)$/,
    };
    expect(Object.keys(nearly)).toEqual([...roleNames]);
    const misnamed = inRooms.flatMap((path) => {
      const name = path.split("/").at(-1)?.replace(/\.ts$/, "") ?? "";
      const role = Object.entries(nearly).find(([, pattern]) => pattern.test(name))?.[0];
      return role ? [`${path} should be called ${role}.ts`] : [];
    });
    expect(misnamed).toEqual([]);
  });

  it("has a place in the order of the rooms", () => {
    expect(rooms.filter((room) => !(room in roomsBelow))).toEqual([]);
  });

  it("has the same name wherever it is", () => {
    const known = [...new Set([...rooms, ...Object.keys(roomsBelow)])];
    const elsewhere = [
      ...foldersOf("components").filter((name) => ![...sharedComponents, ...known].includes(name)).map((name) => `components/${name}`),
      ...under("prisma/schema").filter((path) => !["schema", "access", ...known].includes(path.replace(/^prisma\/schema\/|\.prisma$/g, ""))),
      ...foldersOf("app/api/v1").filter((name) => !["live", "openapi.json", ...known].includes(name)).map((name) => `app/api/v1/${name}`),
      ...["unit", "integration"].flatMap((kind) => foldersOf(`tests/${kind}`)
        .filter((name) => ![...libraryFolders, ...known, "components"].includes(name)).map((name) => `tests/${kind}/${name}`)),
    ];
    expect(elsewhere).toEqual([]);
  });
});

describe("the order of the rooms", () => {
  it("has no cycles", () => {
    const reaches = (from: string, to: string): boolean => (roomsBelow[from] ?? []).some((room) => room === to || reaches(room, to));
    expect(Object.keys(roomsBelow).filter((room) => reaches(room, room))).toEqual([]);
  });

  it("lets a room use what the rooms below it use", () => {
    const gaps = Object.entries(roomsBelow).flatMap(([room, below]) =>
      below.flatMap((lower) => (roomsBelow[lower] ?? []).filter((lowest) => !below.includes(lowest)).map((lowest) => `${room} -> ${lower} -> ${lowest}`)));
    expect(gaps).toEqual([]);
  });
});

describe("the rest of lib", () => {
  it("has no folders inside its folders", () => {
    expect(libraryFolders.flatMap((name) => foldersOf(`lib/${name}`).map((inner) => `lib/${name}/${inner}`))).toEqual([]);
  });

  it("has nothing loose beside its folders", () => {
    expect(under("lib").filter((path) => path.split("/").length < 3)).toEqual([]);
  });

  it("keeps lib/base to ten files, so that it does not become a drawer", () => {
    expect(under("lib/base").length).toBeLessThanOrEqual(10);
  });

  it("has no drawers", () => {
    const names = libraryFolders.flatMap((folder) => under(`lib/${folder}`)).filter((path) => drawers.test(path.split("/").at(-1)?.replace(/\.\w+$/, "") ?? ""));
    expect(names.filter((path) => path !== "lib/base/api.ts")).toEqual([]);
  });
});

describe("app", () => {
  const special = /^(page|layout|template|loading|error|global-error|not-found|global-not-found|default|forbidden|unauthorized)\.tsx$|^route\.ts$/;
  const rootOnly = ["app/globals.css", "app/fonts.ts", "app/sitemap.ts", "app/robots.ts", "app/manifest.ts", "app/api/v1/operations.ts",
    "app/api/auth/[...nextauth]/options.ts"];

  it("holds routing only: components stand in components, rules in lib", () => {
    const others = under("app").filter((path) => !special.test(path.split("/").at(-1) ?? "") && !rootOnly.includes(path)
      && !/^app\/(fonts\/[^/]+\.(woff2|ttf)|favicon\.ico|icon\.svg|apple-icon\.png)$/.test(path));
    expect(others).toEqual([]);
  });

  it("has one group for each kind of person", () => {
    const groups = foldersOf("app").filter((name) => name.startsWith("("));
    expect(groups.filter((name) => !["(public)", "(learner)", "(mentor)", "(account)", "(admin)"].includes(name))).toEqual([]);
  });

  it("serves the API under /api/v1, /api/auth and /api/health alone", () => {
    expect(foldersOf("app/api").filter((name) => !["v1", "auth", "health"].includes(name))).toEqual([]);
  });
});

describe("names", () => {
  it("are in kebab-case", () => {
    const inTree = files.filter((path) => /^(app|components|lib|tests|prisma|docs|public)\//.test(path));
    const segment = /^(\([a-z-]+\)|\[(\.\.\.)?[a-zA-Z]+\](\.\w+)?|_?[a-z0-9]+([-._][a-z0-9]+)*)$/;
    const wrong = inTree.filter((path) => !path.split("/").every((name) => segment.test(name)));
    const component = inTree.filter((path) => /^(components|lib)\//.test(path) && /[A-Z_]/.test(path));
    expect([...wrong, ...component]).toEqual([]);
  });
});

describe("tests", () => {
  it("stand in the seven places that the runner and a reader know", () => {
    const strangers = under("tests").filter((path) => ![
      /^tests\/unit\/.+\.test\.tsx?$/, /^tests\/integration\/.+\.test\.ts$/, /^tests\/e2e\/[^/]+\.(spec|setup)\.ts$/,
      /^tests\/house\//, /^tests\/bench\//, /^tests\/races\//, /^tests\/support\//, /^tests\/run\.ts$/,
    ].some((pattern) => pattern.test(path)));
    expect(strangers).toEqual([]);
  });

  it("stand in the folder that is named after what they test", () => {
    const strangers = under("tests/unit").filter((path) => {
      const mirrored = path.replace("tests/unit/", "").split("/").slice(0, -1).join("/");
      const name = path.split("/").at(-1) ?? "";
      const places = [mirrored.startsWith("components/") ? mirrored : `lib/${mirrored}`];
      const source = name.replace(/\.test\.tsx?$/, "");
      const isMirror = places.some((place) => ["ts", "tsx", "mjs"].some((extension) => files.includes(`${place}/${source}.${extension}`)));
      return !isMirror && !places.some((place) => read(path).includes(`"#${place}/`));
    });
    expect(strangers).toEqual([]);
  });
});

describe("decisions", () => {
  const records = under("docs/decisions");

  it("have a number each, and no two the same", () => {
    const numbers = records.map((path) => path.replace("docs/decisions/", "").slice(0, 4));
    expect(numbers.filter((number) => !/^\d{3}-$/.test(number))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("say what the matter was, what was decided and what follows", () => {
    const says = (text: string, part: string) => new RegExp(`^(## ${part}$|\\*\\*${part}\\.\\*\\*)`, "m").test(text);
    const incomplete = records.filter((path) => !["Context", "Decision", "Consequences"].every((part) => says(read(path), part)));
    expect(incomplete).toEqual([]);
  });
});
