import { endpoint } from "#lib/access/endpoint.ts";
import { writeNote } from "#lib/thread/commands.ts";
import { notes } from "#lib/thread/views.ts";

export const GET = endpoint(notes);
export const POST = endpoint(writeNote);
