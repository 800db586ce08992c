import { endpoint } from "#lib/access/endpoint.ts";
import { askForAdvice } from "#lib/advice/commands.ts";
import { myAdvice } from "#lib/advice/views.ts";

export const GET = endpoint(myAdvice);
export const POST = endpoint(askForAdvice);
