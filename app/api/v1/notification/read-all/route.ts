import { endpoint } from "#lib/access/endpoint.ts";
import { readAll } from "#lib/notification/commands.ts";

export const POST = endpoint(readAll);
