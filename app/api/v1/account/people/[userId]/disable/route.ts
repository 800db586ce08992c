import { endpoint } from "#lib/access/endpoint.ts";
import { disableAccount } from "#lib/account/commands.ts";

export const POST = endpoint(disableAccount);
