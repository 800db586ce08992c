import { endpoint } from "#lib/access/endpoint.ts";
import { claimReview } from "#lib/review/commands.ts";

export const POST = endpoint(claimReview);
