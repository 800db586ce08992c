import { endpoint } from "#lib/access/endpoint.ts";
import { reopenReview } from "#lib/review/commands.ts";

export const POST = endpoint(reopenReview);
