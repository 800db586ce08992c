import { endpoint } from "#lib/access/endpoint.ts";
import { readNotification } from "#lib/notification/commands.ts";

export const PUT = endpoint(readNotification);
