"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";

/** react-query for the signed-in pages; the public ones do without it, and without its weight. */
export function QueryProvider({ children }: { children: ReactNode }) {
  // In state, not in the module: on the server a module is shared by everyone who is asking.
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: 1 } } }));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
