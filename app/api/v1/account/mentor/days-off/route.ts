import { endpoint } from "#lib/access/endpoint.ts";
import { takeDaysOff } from "#lib/account/commands.ts";

export const POST = endpoint(takeDaysOff);
