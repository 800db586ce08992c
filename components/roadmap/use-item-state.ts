"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { nextChange } from "#components/roadmap/device.ts";
import { stateWords } from "#components/roadmap/state-words.ts";
import { takenBackWords } from "#components/roadmap/taken-back-words.ts";
import { problemIn } from "#components/ui/detail-of.ts";
import { closeToast, showToast } from "#components/ui/toast-store.ts";
import type { ItemChange } from "#lib/roadmap/item-change.ts";
import { roadmapMutations, roadmapQueries } from "#lib/roadmap/queries.ts";
import type { ItemStateDto, RoadmapDto, State } from "#lib/roadmap/schema.ts";

/** The message about the last change; the next one takes its place. */
let said = 0;

/**
 * Sets an item's state: shown at once, taken back with the server's words when it is refused, and undone with one press. Changes are
 * sent one after the other, and what the server says counts once nothing is under way: an answer never overtakes a later tap.
 */
export function useItemState(guide: string) {
  const client = useQueryClient();
  const { queryKey } = roadmapQueries.mine(guide);
  const { mutationKey } = roadmapMutations.setItemState();
  const isLast = () => client.isMutating({ mutationKey }) === 1;
  const show = (standing: ItemStateDto) => client.setQueryData(queryKey, (known) => known && withState(known, standing));
  const mutation = useMutation({
    ...roadmapMutations.setItemState(),
    scope: { id: "roadmap.setItemState" },
    onMutate: async ({ itemId, state }: ItemChange) => {
      await client.cancelQueries({ queryKey });
      const before = stateIn(client.getQueryData(queryKey), itemId);
      show({ itemId, state, changedAt: new Date().toISOString(), changedSince: false });
      return { before };
    },
    onError: (error, { itemId, state }, context) => {
      const before = context?.before ?? stateIn(undefined, itemId);
      if (stateIn(client.getQueryData(queryKey), itemId).state === state) show(before);
      tell({ tone: "problem", message: takenBackWords(before.state, problemIn(error)) });
    },
    onSettled: async () => {
      if (isLast()) await client.invalidateQueries({ queryKey });
    },
  });

  function set(itemId: string, state: State) {
    const { state: before } = stateIn(client.getQueryData(queryKey), itemId);
    if (before === state) return;
    // Whose roadmap is shown, also for an undo that is pressed after somebody else has signed in.
    const account = client.getQueryData(queryKey)?.account;
    mutation.mutate({ itemId, state, account, ...nextChange() });
    tell({
      message: `Set to "${stateWords[state]}".`,
      action: { label: "Undo", run: () => mutation.mutate({ itemId, state: before, account, ...nextChange() }) },
    });
  }

  return { set };
}

function tell(toast: Parameters<typeof showToast>[0]) {
  closeToast(said);
  said = showToast(toast);
}

function stateIn(roadmap: RoadmapDto | undefined, itemId: string): ItemStateDto {
  return roadmap?.states.find((known) => known.itemId === itemId)
    ?? { itemId, state: "todo", changedAt: new Date(0).toISOString(), changedSince: false };
}

function withState(roadmap: RoadmapDto, standing: ItemStateDto): RoadmapDto {
  return { ...roadmap, states: [...roadmap.states.filter(({ itemId }) => itemId !== standing.itemId), standing] };
}
