import { endpoint } from "#lib/access/endpoint.ts";
import { releaseReview } from "#lib/review/commands.ts";

export const POST = endpoint(releaseReview);
