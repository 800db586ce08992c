import { endpoint } from "#lib/access/endpoint.ts";
import { reassignReview } from "#lib/review/commands.ts";

export const POST = endpoint(reassignReview);
