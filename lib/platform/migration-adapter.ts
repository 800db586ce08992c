import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory, type SqlQuery, type SqlResultSet } from "@prisma/driver-adapter-utils";
import type pg from "pg";

const CHAR = 18;
const TEXT = 25;

/** What of Prisma's adapter is wrapped here, and is not in its types. */
type Inner = {
  client: pg.Pool;
  onError(error: unknown): never;
  performIO(query: SqlQuery): Promise<pg.QueryArrayResult>;
  queryRaw(query: SqlQuery): Promise<SqlResultSet>;
  executeScript(script: string): Promise<void>;
};

/**
 * Prisma's adapter for PostgreSQL, mended for migrations in two places:
 * - it cuts a script at each semicolon, those in comments and function bodies too, and sends the pieces one by one. Here the script goes
 *   as one simple query, which PostgreSQL runs as one transaction: all of a migration or nothing;
 * - it does not know the catalogue's type "char", so the engine cannot read back a database.
 */
export function migrationAdapter(pool: pg.Pool, wrapScript: (script: string) => string): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    mend(adapter as unknown as Inner, wrapScript);
    return adapter;
  };
  return factory;
}

function mend(adapter: Inner, wrapScript: (script: string) => string): void {
  const { queryRaw } = adapter;
  adapter.executeScript = async (script) => {
    try {
      await adapter.client.query(wrapScript(script));
    } catch (error) {
      adapter.onError(error);
    }
  };
  adapter.queryRaw = async (query) => {
    const characters: number[] = [];
    const reading: Inner = Object.create(adapter);
    reading.performIO = async (asked) => {
      const result = await adapter.performIO(asked);
      for (const [index, field] of result.fields.entries()) {
        if (field.dataTypeID !== CHAR) continue;
        field.dataTypeID = TEXT;
        characters.push(index);
      }
      return result;
    };
    const set = await queryRaw.call(reading, query);
    for (const index of characters) set.columnTypes[index] = ColumnTypeEnum.Character;
    return set;
  };
}
