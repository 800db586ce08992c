import { endpoint } from "#lib/access/endpoint.ts";
import { markThreadRead } from "#lib/thread/commands.ts";

export const PUT = endpoint(markThreadRead);
