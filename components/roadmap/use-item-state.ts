"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { nextChange } from "#components/roadmap/device.ts";
import { stateWords } from "#components/roadmap/state-words.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { ProblemError, unreachable } from "#lib/base/problem.ts";
import { roadmapMutations, roadmapQueries } from "#lib/roadmap/queries.ts";
import type { RoadmapDto, SetItemStateInput, State } from "#lib/roadmap/schema.ts";

/** Sets an item's state: shown at once, taken back with the server's words when it is refused, and undone with one press. */
export function useItemState(guide: string) {
  const client = useQueryClient();
  const { queryKey } = roadmapQueries.mine(guide);
  const mutation = useMutation({
    ...roadmapMutations.setItemState(),
    onMutate: async (change: SetItemStateInput) => {
      await client.cancelQueries({ queryKey });
      const before = stateIn(client.getQueryData(queryKey), change.itemId);
      client.setQueryData(queryKey, (known) => known && withState(known, change.itemId, change.state));
      return { before };
    },
    onError: (error, change, context) => {
      if (context) client.setQueryData(queryKey, (known) => known && withState(known, change.itemId, context.before));
      const { detail } = error instanceof ProblemError ? error.problem : unreachable;
      showToast({ tone: "problem", message: `Not changed: still "${stateWords[context?.before ?? "todo"]}". ${detail}` });
    },
    onSettled: async () => await client.invalidateQueries({ queryKey }),
  });

  function set(itemId: string, state: State) {
    const before = stateIn(client.getQueryData(queryKey), itemId);
    if (before === state) return;
    mutation.mutate({ itemId, state, ...nextChange() });
    showToast({
      message: `Set to "${stateWords[state]}".`,
      action: { label: "Undo", run: () => mutation.mutate({ itemId, state: before, ...nextChange() }) },
    });
  }

  return { set };
}

function stateIn(roadmap: RoadmapDto | undefined, itemId: string): State {
  return roadmap?.states.find((known) => known.itemId === itemId)?.state ?? "todo";
}

function withState(roadmap: RoadmapDto, itemId: string, state: State): RoadmapDto {
  const others = roadmap.states.filter((known) => known.itemId !== itemId);
  return { ...roadmap, states: [...others, { itemId, state, changedAt: new Date().toISOString(), changedSince: false }] };
}
