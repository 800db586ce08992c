import { endpoint } from "#lib/access/endpoint.ts";
import { unblockMentor } from "#lib/review/commands.ts";

export const DELETE = endpoint(unblockMentor);
