import { endpoint } from "#lib/access/endpoint.ts";
import { bell } from "#lib/notification/views.ts";

export const GET = endpoint(bell);
