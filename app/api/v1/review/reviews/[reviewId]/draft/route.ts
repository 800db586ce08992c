import { endpoint } from "#lib/access/endpoint.ts";
import { keepVerdictDraft } from "#lib/review/commands.ts";
import { verdictDraft } from "#lib/review/views.ts";

export const GET = endpoint(verdictDraft);
export const PUT = endpoint(keepVerdictDraft);
