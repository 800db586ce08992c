import { endpoint } from "#lib/access/endpoint.ts";
import { withdrawReview } from "#lib/review/commands.ts";

export const POST = endpoint(withdrawReview);
