import { endpoint } from "#lib/access/endpoint.ts";
import { blockAdviser } from "#lib/advice/commands.ts";

export const POST = endpoint(blockAdviser);
