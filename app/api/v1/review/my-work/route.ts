import { endpoint } from "#lib/access/endpoint.ts";
import { myWork } from "#lib/review/views.ts";

export const GET = endpoint(myWork);
