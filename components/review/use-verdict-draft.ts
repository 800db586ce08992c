"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { VerdictDraft } from "#components/review/verdict-draft.ts";
import type { SavedDraft } from "#components/review/verdict-kept.ts";
import { stateFrom, storeOf } from "#components/review/verdict-store.ts";
import { reviewMutations, reviewQueries } from "#lib/review/queries.ts";
import type { ReviewDto } from "#lib/review/schema.ts";

const never = () => () => {};

/** A mentor's unfinished verdict: kept in the tab at once, and on the server as it is written. `saved` is what the page's loader found there. */
export function useVerdictDraft(review: ReviewDto, saved: SavedDraft | null) {
  const { reviewId, version: { versionId } } = review;
  const leaseId = review.lease?.leaseId ?? null;
  const client = useQueryClient();
  const { mutateAsync: save } = useMutation(reviewMutations.keepDraft());
  // The server must not have one: its modules are shared by everybody. Nor has an admin who looks on.
  const [store] = useState(() => (typeof window === "undefined" || review.as !== "mentor" ? null : storeOf(reviewId, saved)));
  const [first] = useState(() => stateFrom(saved));
  const state = useSyncExternalStore(store?.subscribe ?? never, store?.state ?? (() => first), () => first);

  useEffect(() => {
    const one = reviewQueries.one(reviewId);
    store?.enter({
      save, versionId, leaseId,
      read: async () => (await client.fetchQuery({ ...reviewQueries.draft(reviewId), staleTime: 0, retry: false })).draft,
      holds: async (lease) => {
        const fresh = await client.fetchQuery({ ...one, staleTime: 0, retry: false }).catch(() => null);
        return fresh?.lease?.leaseId === lease;
      },
      onSaved: (lease, secondsLeft) => {
        if (secondsLeft === null) return void client.invalidateQueries({ queryKey: one.queryKey });
        client.setQueryData(one.queryKey, (known) => (known?.lease?.leaseId === lease ? { ...known, lease: { ...known.lease, secondsLeft } } : known));
      },
    });
    void store?.look();
  }, [store, client, save, reviewId, versionId, leaseId]);

  useEffect(() => {
    const onVisibility = () => (document.visibilityState === "hidden" ? store?.saveNow() : void store?.look());
    const onTime = () => store?.saveNow();
    document.addEventListener("visibilitychange", onVisibility);
    addEventListener("pagehide", onTime);
    addEventListener("online", onTime);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      removeEventListener("pagehide", onTime);
      removeEventListener("online", onTime);
    };
  }, [store]);

  return {
    state,
    change: (part: Partial<VerdictDraft>) => store?.write({ ...store.state().draft, ...part }, leaseId),
    choose: (whose: "mine" | "theirs") => store?.choose(whose),
    pause: async () => await store?.pause(),
    resume: () => store?.resume(),
    forget: () => store?.forget(),
  };
}

export type KeptVerdict = ReturnType<typeof useVerdictDraft>;
