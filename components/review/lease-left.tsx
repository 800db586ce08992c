"use client";

import { LAST_MINUTES, leaseWords } from "#components/review/lease-words.ts";
import { useSecondsLeft } from "#components/review/use-seconds-left.ts";
import { Chip } from "#components/ui/chip.tsx";

/** "Held by you, 38 min left", counting down; amber in the last minutes. */
export function LeaseLeft({ secondsLeft, receivedAt, prefix }: { secondsLeft: number; receivedAt: number; prefix?: string }) {
  const left = useSecondsLeft(secondsLeft, receivedAt);
  const words = leaseWords(left);
  return (
    <Chip tone={left <= LAST_MINUTES ? "turn" : "plain"}>
      <span role="timer">{prefix ? `${prefix}, ${words}` : words}</span>
    </Chip>
  );
}
