import { endpoint } from "#lib/access/endpoint.ts";
import { addEvidence } from "#lib/portfolio/commands.ts";
import { portfolio } from "#lib/portfolio/views.ts";

export const GET = endpoint(portfolio);
export const POST = endpoint(addEvidence);
