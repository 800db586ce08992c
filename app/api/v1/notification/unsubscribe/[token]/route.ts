import { endpoint } from "#lib/access/endpoint.ts";
import { unsubscribe } from "#lib/notification/commands.ts";
import { unsubscribing } from "#lib/notification/views.ts";

export const GET = endpoint(unsubscribing);
export const POST = endpoint(unsubscribe);
