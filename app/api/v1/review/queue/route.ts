import { endpoint } from "#lib/access/endpoint.ts";
import { reviewQueue } from "#lib/review/views.ts";

export const GET = endpoint(reviewQueue);
