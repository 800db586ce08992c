import { endpoint } from "#lib/access/endpoint.ts";
import { enableAccount } from "#lib/account/commands.ts";

export const POST = endpoint(enableAccount);
