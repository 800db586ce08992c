"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Chip } from "#components/ui/chip.tsx";
import { reviewQueries } from "#lib/review/queries.ts";

/** How many reviews wait for the learner's answer; nothing when none does. */
export function TurnCount() {
  const { data } = useQuery(reviewQueries.mine());
  const count = data?.reviews.filter(({ turn }) => turn.whose === "learner" && turn.reason !== "unsent").length ?? 0;
  if (count === 0) return null;
  return <Link href="/reviews" className="rounded-full"><Chip tone="turn">{count} your turn</Chip></Link>;
}
