import { endpoint } from "#lib/access/endpoint.ts";
import { messageHistory } from "#lib/thread/views.ts";

export const GET = endpoint(messageHistory);
