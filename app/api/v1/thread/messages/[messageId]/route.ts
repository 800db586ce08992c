import { endpoint } from "#lib/access/endpoint.ts";
import { editMessage } from "#lib/thread/commands.ts";

export const PUT = endpoint(editMessage);
