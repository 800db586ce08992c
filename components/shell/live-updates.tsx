"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { followChanges } from "#components/shell/live-stream.ts";

/** Has what the page shows read again when it changes. A topic is the beginning of a query's key, with dots. */
export function LiveUpdates() {
  const client = useQueryClient();
  useEffect(() => followChanges((topics) => {
    for (const topic of topics) void client.invalidateQueries(topic === "" ? {} : { queryKey: topic.split(".") });
  }), [client]);
  return null;
}
