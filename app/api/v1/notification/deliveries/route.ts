import { endpoint } from "#lib/access/endpoint.ts";
import { deliveries } from "#lib/notification/views.ts";

export const GET = endpoint(deliveries);
