import { endpoint } from "#lib/access/endpoint.ts";
import { roadmap } from "#lib/roadmap/views.ts";

export const GET = endpoint(roadmap);
