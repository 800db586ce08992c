import { endpoint } from "#lib/access/endpoint.ts";
import { advice } from "#lib/advice/views.ts";

export const GET = endpoint(advice);
