import { endpoint } from "#lib/access/endpoint.ts";
import { readAboutReview } from "#lib/notification/commands.ts";

export const PUT = endpoint(readAboutReview);
