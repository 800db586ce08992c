import { endpoint } from "#lib/access/endpoint.ts";
import { resubmitReview } from "#lib/review/commands.ts";

export const POST = endpoint(resubmitReview);
