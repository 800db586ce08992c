import { databaseAnswers } from "#lib/platform/health.ts";

/** The process and its database answer; 503 while the database is away. */
export async function GET() {
  const ready = await databaseAnswers();
  return Response.json({ status: ready ? "ok" : "database away" }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
