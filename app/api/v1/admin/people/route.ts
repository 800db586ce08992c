import { endpoint } from "#lib/access/endpoint.ts";
import { people } from "#lib/admin/views.ts";

export const GET = endpoint(people);
