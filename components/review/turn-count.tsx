"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Chip } from "#components/ui/chip.tsx";
import { useAwake } from "#components/ui/use-awake.ts";
import { reviewQueries } from "#lib/review/queries.ts";

/** How many reviews wait for the learner's answer; nothing when none does. */
export function TurnCount() {
  // The header is woken before the page fills the cache: until then it says what the server said, which is nothing.
  const awake = useAwake();
  const { data } = useQuery({ ...reviewQueries.mine(), refetchInterval: 60_000 });
  const count = data?.reviews.filter(({ turn }) => turn.whose === "learner" && turn.reason !== "unsent").length ?? 0;
  if (!awake || count === 0) return null;
  return <Link href="/reviews" className="rounded-full whitespace-nowrap"><Chip tone="turn">{count} your turn</Chip></Link>;
}
