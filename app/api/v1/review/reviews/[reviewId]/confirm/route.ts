import { endpoint } from "#lib/access/endpoint.ts";
import { confirmReview } from "#lib/review/commands.ts";

export const POST = endpoint(confirmReview);
