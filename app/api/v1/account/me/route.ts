import { endpoint } from "#lib/access/endpoint.ts";
import { me } from "#lib/account/views.ts";

export const GET = endpoint(me);
