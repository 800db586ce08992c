import { endpoint } from "#lib/access/endpoint.ts";
import { discardReview } from "#lib/review/commands.ts";

export const POST = endpoint(discardReview);
