import { endpoint } from "#lib/access/endpoint.ts";
import { review } from "#lib/review/views.ts";

export const GET = endpoint(review);
