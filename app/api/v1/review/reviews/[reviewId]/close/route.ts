import { endpoint } from "#lib/access/endpoint.ts";
import { closeReview } from "#lib/review/commands.ts";

export const POST = endpoint(closeReview);
