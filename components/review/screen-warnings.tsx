"use client";

import { leaseAnnouncement } from "#components/review/lease-words.ts";
import { useSecondsLeft } from "#components/review/use-seconds-left.ts";

/** Says politely, once each, that five minutes are left of a hold and that it has ended: the words change only then. */
export function ScreenWarnings({ secondsLeft, receivedAt }: { secondsLeft: number; receivedAt: number }) {
  return (
    <p role="status" className="sr-only">
      {leaseAnnouncement(useSecondsLeft(secondsLeft, receivedAt))}
    </p>
  );
}
