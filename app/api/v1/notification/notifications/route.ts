import { endpoint } from "#lib/access/endpoint.ts";
import { notifications } from "#lib/notification/views.ts";

export const GET = endpoint(notifications);
