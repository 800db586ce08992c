import { z } from "zod";
import { parseMailServer, type MailServer } from "#lib/platform/mail-server.ts";

const environment = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "DATABASE_URL must start with postgresql://"),
  CAIRN_URL: z.url({ protocol: /^https?$/, error: "CAIRN_URL must be a web address such as https://mentors.example.org" }),
  CAIRN_SECRET: z.string().min(32, "CAIRN_SECRET must have at least 32 characters"),
  CAIRN_POOL: z.coerce.number().int().min(1).max(200).default(10),
  NODE_ENV: z.string().default("production"),
});

export interface Env {
  databaseUrl: string;
  /** Where browsers find this installation; no trailing slash. */
  url: string;
  secure: boolean;
  secret: string;
  /** Connections to PostgreSQL that the application may hold. */
  poolSize: number;
  /** Null: mails are kept in the database, where an admin reads them. */
  mail: MailServer | null;
  /** Outputs are checked against their schemas: in development and tests. */
  checkOutput: boolean;
}

let known: Env | undefined;

/** The settings of this process, checked once. Throws with the names of what is missing or wrong. */
export function env(): Env {
  if (known) return known;
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) {
    throw new Error(`The environment is not complete: ${parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")}`);
  }
  const url = new URL(parsed.data.CAIRN_URL).origin;
  known = {
    databaseUrl: parsed.data.DATABASE_URL,
    url,
    secure: url.startsWith("https:"),
    secret: parsed.data.CAIRN_SECRET,
    poolSize: parsed.data.CAIRN_POOL,
    mail: parseMailServer(process.env),
    checkOutput: parsed.data.NODE_ENV !== "production" || process.env.CAIRN_CHECK_OUTPUT === "1",
  };
  return known;
}
