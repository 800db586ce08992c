import { endpoint } from "#lib/access/endpoint.ts";
import { keepMentorProfile } from "#lib/account/commands.ts";
import { mentorProfile } from "#lib/account/views.ts";

export const GET = endpoint(mentorProfile);
export const PUT = endpoint(keepMentorProfile);
