import { endpoint } from "#lib/access/endpoint.ts";
import { cancelDaysOff } from "#lib/account/commands.ts";

export const DELETE = endpoint(cancelDaysOff);
