import { endpoint } from "#lib/access/endpoint.ts";
import { askForReview } from "#lib/review/commands.ts";
import { myReviews } from "#lib/review/views.ts";

export const GET = endpoint(myReviews);
export const POST = endpoint(askForReview);
