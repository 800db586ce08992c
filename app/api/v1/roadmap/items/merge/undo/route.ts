import { endpoint } from "#lib/access/endpoint.ts";
import { undoMerge } from "#lib/roadmap/commands.ts";

export const POST = endpoint(undoMerge);
