import "server-only";
import { systemActor } from "#lib/access/actor.ts";
import type { Outcome } from "#lib/access/command.ts";
import { sign } from "#lib/access/signed-token.ts";
import { retry } from "#lib/notification/attempt.ts";
import { nudgeLearners, pickUpMails, settleMail, takeMail, tellEvent, writeDigests } from "#lib/notification/commands.ts";
import { isolated } from "#lib/notification/isolate.ts";
import { kinds } from "#lib/notification/kind.ts";
import { noticesMail, type Written } from "#lib/notification/mail/notices-mail.ts";
import { toldEvents } from "#lib/notification/notice.ts";
import type { MailContent, MailOutcome, ToldEvent } from "#lib/notification/schema.ts";
import { UNSUBSCRIBING, wordsOf } from "#lib/notification/unsubscribe-token.ts";
import { env } from "#lib/platform/env.ts";
import type { Job } from "#lib/platform/jobs.ts";
import { post } from "#lib/platform/mail.ts";

const tell: Job<ToldEvent> = {
  name: "notification.tell",
  on: { event: toldEvents },
  // The event's own id: however often the job runs, each receiver is told once.
  handle: async (event, { eventId }) => {
    await tellEvent.execute(systemActor("notification.tell"), { eventId, event });
  },
};

/**
 * Sends a mail at most once: it is taken by its row, handed to the server, and settled. What was certainly not sent is tried again by
 * failing here; a mail whose job was killed in between is not, since it may have arrived (docs/decisions/011).
 */
const mailing: Job<{ mailId: string }> = {
  name: "notification.mail",
  on: { event: "notification.mailDue" },
  retry,
  handle: async ({ mailId }) => {
    const system = systemActor("notification.mail");
    const found = await takeMail.execute(system, { mailId });
    if (!found.ok && found.kind === "conflict") throw new Error(found.message);
    if (!found.ok || !found.value.taken) return;
    const { attempt, content } = found.value.taken;
    const outcome = await deliver(mailId, content);
    const settled = await settleMail.execute(system, { mailId, attempt, outcome });
    if (settled.ok && settled.value.state === "waiting") throw new Error(`the mail could not be sent: ${outcome.state === "failed" ? outcome.error : ""}`);
  },
};

/** By the mail server, or into the database where there is none. */
async function deliver(mailId: string, content: MailContent): Promise<MailOutcome> {
  const server = env().mail;
  const unsubscribe = unsubscribeLink(content);
  const { subject, text, html } = write(content, unsubscribe);
  if (!server) return { state: "kept", subject, text };
  const { name, address } = content.to;
  const posted = await post(server, { id: mailId, to: { name, address }, subject, text, html, unsubscribe });
  return posted.sent ? { state: "sent" } : { state: "failed", again: posted.again, error: posted.why };
}

function write({ to, kind, notices }: MailContent, unsubscribe: string): Written {
  const { url } = env();
  const told = notices.map(({ href, ...notice }) => ({ ...notice, link: href === null ? null : url + href }));
  const label = kind === null ? "Daily digest" : kinds[kind].label;
  return noticesMail({ name: isolated(to.name), told, digest: kind === null, label, settingsLink: `${url}/settings/notifications`, unsubscribeLink: unsubscribe });
}

/** Opened, it asks; posted to by a mail program, it ends these mails at once. */
function unsubscribeLink({ to: { userId }, kind }: MailContent): string {
  const words = wordsOf({ userId, what: kind ?? "digest" });
  return `${env().url}/unsubscribe/${words}.${sign(UNSUBSCRIBING, words)}`;
}

/** Does a part at a time until nothing is left, so that no transaction grows long. */
async function untilNone(part: () => Promise<Outcome<Record<string, number>>>): Promise<void> {
  for (;;) {
    const done = await part();
    if (!done.ok || Object.values(done.value).every((count) => count === 0)) return;
  }
}

/** Four times an hour, since not every time zone keeps the full hour. */
const digests: Job = {
  name: "notification.writeDigests",
  cron: "2,17,32,47 * * * *",
  handle: async () => await untilNone(async () => await writeDigests.execute(systemActor("notification.writeDigests"), {})),
};

const nudges: Job = {
  name: "notification.nudge",
  cron: "37 * * * *",
  handle: async () => await untilNone(async () => await nudgeLearners.execute(systemActor("notification.nudge"), {})),
};

const pickingUp: Job = {
  name: "notification.pickUpMails",
  cron: "52 * * * *",
  handle: async () => {
    await pickUpMails.execute(systemActor("notification.pickUpMails"), {});
  },
};

export const notificationJobs = [tell, mailing, digests, nudges, pickingUp] as Job<never>[];
