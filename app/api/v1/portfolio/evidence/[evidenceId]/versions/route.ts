import { endpoint } from "#lib/access/endpoint.ts";
import { reviseEvidence } from "#lib/portfolio/commands.ts";

export const POST = endpoint(reviseEvidence);
