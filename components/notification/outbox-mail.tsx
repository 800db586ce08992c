import { Chip, type ChipTone } from "#components/ui/chip.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { kinds } from "#lib/notification/kind.ts";
import type { OutboxMailDto } from "#lib/notification/schema.ts";

const standing: Record<OutboxMailDto["state"], { label: string; tone: ChipTone }> = {
  waiting: { label: "Waiting", tone: "plain" },
  sending: { label: "Being sent", tone: "plain" },
  sent: { label: "Sent", tone: "ok" },
  kept: { label: "Kept here", tone: "plain" },
  failed: { label: "Not sent", tone: "turn" },
  skipped: { label: "Not needed", tone: "plain" },
};

/** One mail: to whom, of what kind, what became of it, and what it said where it is kept. */
export function OutboxMail({ mail: { to, kind, state, attempts, subject, text, error, createdAt, settledAt } }: { mail: OutboxMailDto }) {
  const { label, tone } = standing[state];
  const title = subject ?? (kind === null ? "Daily digest" : kinds[kind].label);
  return (
    <li className="border-b border-line py-3.5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-64">
          <p className="font-strong wrap-anywhere">{title}</p>
          <p className="text-note wrap-anywhere text-muted">
            {to === null ? "To a learner who goes by another name with mentors, as you are one" : <>To <bdi>{to.name}</bdi>, {to.address}</>}
          </p>
        </div>
        <p className="flex items-center gap-2.5 text-note whitespace-nowrap text-muted">
          <RelativeTime at={settledAt ?? createdAt} />
          <Chip tone={tone}>{label}</Chip>
        </p>
      </div>
      {error ? <p className="mt-1.5 text-note wrap-anywhere text-muted">{attempts === 1 ? "After one try" : `After ${attempts} tries`}: {error}</p> : null}
      {state === "skipped" ? <p className="mt-1.5 text-note text-muted">It was read, or switched off, before the mail was written.</p> : null}
      {text === null ? null : (
        <Disclosure summary="Read the mail" className="mt-2">
          <div dir="auto" className="rounded-card border border-line bg-surface px-4 py-3 wrap-anywhere whitespace-pre-wrap">{text}</div>
        </Disclosure>
      )}
    </li>
  );
}
