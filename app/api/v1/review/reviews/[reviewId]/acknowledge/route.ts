import { endpoint } from "#lib/access/endpoint.ts";
import { acknowledgeReview } from "#lib/review/commands.ts";

export const POST = endpoint(acknowledgeReview);
