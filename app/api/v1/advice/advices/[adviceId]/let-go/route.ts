import { endpoint } from "#lib/access/endpoint.ts";
import { letAdviceGo } from "#lib/advice/commands.ts";

export const POST = endpoint(letAdviceGo);
