import { endpoint } from "#lib/access/endpoint.ts";
import { signUp } from "#lib/account/commands.ts";

export const POST = endpoint(signUp);
