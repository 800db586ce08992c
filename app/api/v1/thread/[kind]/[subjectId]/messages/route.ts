import { endpoint } from "#lib/access/endpoint.ts";
import { writeMessage } from "#lib/thread/commands.ts";
import { thread } from "#lib/thread/views.ts";

export const GET = endpoint(thread);
export const POST = endpoint(writeMessage);
