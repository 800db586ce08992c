import { endpoint } from "#lib/access/endpoint.ts";
import { mergeItemStates } from "#lib/roadmap/commands.ts";

export const POST = endpoint(mergeItemStates);
