import { endpoint } from "#lib/access/endpoint.ts";
import { document } from "#app/api/v1/operations.ts";

export const GET = endpoint(document);
