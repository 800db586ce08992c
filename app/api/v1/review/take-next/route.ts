import { endpoint } from "#lib/access/endpoint.ts";
import { takeNext } from "#lib/review/commands.ts";

export const POST = endpoint(takeNext);
