import { endpoint } from "#lib/access/endpoint.ts";
import { document } from "../operations.ts";

export const GET = endpoint(document);
