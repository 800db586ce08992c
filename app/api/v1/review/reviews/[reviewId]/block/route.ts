import { endpoint } from "#lib/access/endpoint.ts";
import { blockMentor } from "#lib/review/commands.ts";

export const POST = endpoint(blockMentor);
