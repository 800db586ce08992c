import { endpoint } from "#lib/access/endpoint.ts";
import { waitingAdvice } from "#lib/advice/views.ts";

export const GET = endpoint(waitingAdvice);
