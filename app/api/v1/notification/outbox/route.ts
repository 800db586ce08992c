import { endpoint } from "#lib/access/endpoint.ts";
import { outbox } from "#lib/notification/views.ts";

export const GET = endpoint(outbox);
