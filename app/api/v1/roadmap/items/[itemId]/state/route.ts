import { endpoint } from "#lib/access/endpoint.ts";
import { setItemState } from "#lib/roadmap/commands.ts";

export const PUT = endpoint(setItemState);
