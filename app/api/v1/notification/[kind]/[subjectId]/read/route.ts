import { endpoint } from "#lib/access/endpoint.ts";
import { readAbout } from "#lib/notification/commands.ts";

export const PUT = endpoint(readAbout);
