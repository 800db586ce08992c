import { endpoint } from "#lib/access/endpoint.ts";
import { returnWithChanges } from "#lib/review/commands.ts";

export const POST = endpoint(returnWithChanges);
