import "server-only";
import { systemActor } from "#lib/access/actor.ts";
import { tellEvent } from "#lib/notification/commands.ts";
import { toldEvents } from "#lib/notification/notice.ts";
import type { ToldEvent } from "#lib/notification/schema.ts";
import type { Job } from "#lib/platform/jobs.ts";

const tell: Job<ToldEvent> = {
  name: "notification.tell",
  on: { event: toldEvents },
  // The event's own id: however often the job runs, each receiver is told once.
  handle: async (event, { eventId }) => {
    await tellEvent.execute(systemActor("notification.tell"), { eventId, event });
  },
};

export const notificationJobs = [tell] as Job<never>[];
