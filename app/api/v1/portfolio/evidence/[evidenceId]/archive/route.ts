import { endpoint } from "#lib/access/endpoint.ts";
import { archiveEvidence } from "#lib/portfolio/commands.ts";

export const POST = endpoint(archiveEvidence);
