import { endpoint } from "#lib/access/endpoint.ts";
import { setDelivery } from "#lib/notification/commands.ts";

export const PUT = endpoint(setDelivery);
