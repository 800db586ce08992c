"use client";

import { useQuery } from "@tanstack/react-query";
import { stateWords } from "#components/roadmap/state-words.ts";
import { roadmapQueries } from "#lib/roadmap/queries.ts";

/** The learner's own word on the item, beside the mentors': neither changes the other. */
export function OwnTick({ guide, itemId }: { guide: string; itemId: string }) {
  const { data } = useQuery(roadmapQueries.mine(guide));
  if (!data) return null;
  const state = data.states.find((known) => known.itemId === itemId)?.state ?? "todo";
  return <span className="text-note">Your own mark: {stateWords[state].toLowerCase()}.</span>;
}
