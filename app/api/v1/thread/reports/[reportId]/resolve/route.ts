import { endpoint } from "#lib/access/endpoint.ts";
import { resolveReport } from "#lib/thread/commands.ts";

export const POST = endpoint(resolveReport);
