import { endpoint } from "#lib/access/endpoint.ts";
import { reviewPlace } from "#lib/review/views.ts";

export const GET = endpoint(reviewPlace);
