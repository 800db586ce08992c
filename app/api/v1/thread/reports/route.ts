import { endpoint } from "#lib/access/endpoint.ts";
import { reports } from "#lib/thread/views.ts";

export const GET = endpoint(reports);
