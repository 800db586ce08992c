import { endpoint } from "#lib/access/endpoint.ts";
import { pickUpAdvice } from "#lib/advice/commands.ts";

export const POST = endpoint(pickUpAdvice);
