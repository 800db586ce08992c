import { endpoint } from "#lib/access/endpoint.ts";
import { closeAdvice } from "#lib/advice/commands.ts";

export const POST = endpoint(closeAdvice);
