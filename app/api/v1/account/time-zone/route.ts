import { endpoint } from "#lib/access/endpoint.ts";
import { setTimeZone } from "#lib/account/commands.ts";

export const PUT = endpoint(setTimeZone);
