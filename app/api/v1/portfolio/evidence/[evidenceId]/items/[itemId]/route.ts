import { endpoint } from "#lib/access/endpoint.ts";
import { attachEvidence, detachEvidence } from "#lib/portfolio/commands.ts";

export const PUT = endpoint(attachEvidence);
export const DELETE = endpoint(detachEvidence);
