import { endpoint } from "#lib/access/endpoint.ts";
import { reportMessage } from "#lib/thread/commands.ts";

export const POST = endpoint(reportMessage);
