"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { followChanges } from "#components/shell/live-stream.ts";
import { useIsSessionOver } from "#components/shell/session-end.ts";

/** Has what the page shows read again when it changes. A topic is the beginning of a query's key, with dots. */
export function LiveUpdates() {
  const client = useQueryClient();
  const isOver = useIsSessionOver();
  useEffect(() => isOver ? undefined : followChanges((topics) => {
    for (const topic of topics) void client.invalidateQueries(topic === "" ? {} : { queryKey: topic.split(".") });
  }), [client, isOver]);
  return null;
}
