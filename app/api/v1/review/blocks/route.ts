import { endpoint } from "#lib/access/endpoint.ts";
import { blockedMentors } from "#lib/review/views.ts";

export const GET = endpoint(blockedMentors);
