import { endpoint } from "#lib/access/endpoint.ts";
import { correctVerdict } from "#lib/review/commands.ts";

export const POST = endpoint(correctVerdict);
