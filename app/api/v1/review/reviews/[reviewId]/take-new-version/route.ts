import { endpoint } from "#lib/access/endpoint.ts";
import { takeNewVersion } from "#lib/review/commands.ts";

export const POST = endpoint(takeNewVersion);
