import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaContainer, SchemaEngine } from "@prisma/schema-engine-wasm";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { migrationAdapter } from "./migration-adapter.ts";
import { speakUtc } from "./utc.ts";

// Nothing is kept out of Prisma's sight: pg-boss keeps its tables in a schema of its own, which the engine does not look at.
export const filters = { externalTables: [], externalEnums: [] };

/** Prisma's own engine for migrations, compiled to WebAssembly: the native one would have to be fetched from the internet. */
function loadEngine(): void {
  // The package exports its JavaScript by name, and its .wasm not at all.
  const file = join(dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm")), "schema_engine_bg.wasm");
  const wasm = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), { "./schema_engine_bg.js": bindings });
  // The engine reports a panic here before it traps; without it the trap would be about a missing object.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => (panic = message) } });
  const { __wbg_set_wasm: setWasm } = bindings as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  setWasm(wasm.exports);
  (wasm.exports as unknown as { __wbindgen_start(): void }).__wbindgen_start();
}

let loaded = false;
let panic = "";

/** Runs a piece of work with an engine on a database, and closes its connections. */
export async function withEngine<T>(options: { url: string; schemaFolder: string; wrapScript?: (script: string) => string }, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  if (!loaded) loadEngine();
  loaded = true;
  const pool = new pg.Pool({ connectionString: options.url, connectionTimeoutMillis: 10_000, max: 2, onConnect: speakUtc });
  const factory = bindMigrationAwareSqlAdapterFactory(migrationAdapter(pool, options.wrapScript ?? ((script) => script)));
  const datamodels = readSchema(options.schemaFolder).map(({ path, content }): [string, string] => [path, content]);
  try {
    const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, factory);
    return await work(engine);
  } catch (error) {
    if (panic) throw new Error(`Prisma's schema engine failed: ${panic}`, { cause: error });
    throw error;
  } finally {
    await pool.end();
  }
}

export function readSchema(folder: string): SchemaContainer[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".prisma")).sort();
  return files.map((name) => ({ path: name, content: readFileSync(join(folder, name), "utf8") }));
}

export function readMigrations(folder: string): MigrationList {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: readFileSync(join(folder, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: readFileSync(join(folder, name, "migration.sql"), "utf8") } },
    })),
  };
}
