import { endpoint } from "#lib/access/endpoint.ts";
import { sendReview } from "#lib/review/commands.ts";

export const POST = endpoint(sendReview);
