"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { followChanges } from "#components/shell/live-stream.ts";
import { useIsSessionOver } from "#components/shell/session-end.ts";

/** Has what the page shows read again when it changes. A topic is the beginning of a query's key, with dots. */
export function LiveUpdates() {
  const client = useQueryClient();
  const isOver = useIsSessionOver();
  useEffect(() => {
    if (isOver) return undefined;
    const changed = new Set<string>();
    const readAgain = () => {
      // What is being kept is shown already: what is read before it is kept would take it back.
      if (client.isMutating() > 0) return;
      for (const topic of changed) void client.invalidateQueries(topic === "" ? {} : { queryKey: topic.split(".") });
      changed.clear();
    };
    const ends = [client.getMutationCache().subscribe(readAgain), followChanges((topics) => {
      for (const topic of topics) changed.add(topic);
      readAgain();
    })];
    return () => {
      for (const end of ends) end();
    };
  }, [client, isOver]);
  return null;
}
