import { endpoint } from "#lib/access/endpoint.ts";
import { answeredReviews } from "#lib/admin/views.ts";

export const GET = endpoint(answeredReviews);
