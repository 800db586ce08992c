import { endpoint } from "#lib/access/endpoint.ts";
import { askForInformation } from "#lib/review/commands.ts";

export const POST = endpoint(askForInformation);
