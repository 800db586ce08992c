import { endpoint } from "#lib/access/endpoint.ts";
import { adminReviews } from "#lib/admin/views.ts";

export const GET = endpoint(adminReviews);
