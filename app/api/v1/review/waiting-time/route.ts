import { endpoint } from "#lib/access/endpoint.ts";
import { reviewWaitingTime } from "#lib/review/views.ts";

export const GET = endpoint(reviewWaitingTime);
