import { liveUpdates } from "#lib/access/live.ts";

export const GET = liveUpdates;
