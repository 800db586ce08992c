"use client";

import { focusManager, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { noteSession } from "#components/shell/session-end.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { ProblemError } from "#lib/base/problem.ts";

/** react-query for the signed-in pages; the public ones do without it, and without its weight. */
export function QueryProvider({ children }: { children: ReactNode }) {
  // In state, not in the module: on the server a module is shared by everyone who is asking.
  const [client] = useState(makeClient);
  // The next one begins with a session.
  useEffect(() => () => {
    noteSession(false);
    focusManager.setFocused(undefined);
  }, []);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function makeClient(): QueryClient {
  let told = false;
  const onError = (error: Error) => {
    if (told || !isUnauthorized(error)) return;
    told = true;
    tellEnd();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    defaultOptions: { queries: { staleTime: 30_000, retry: (failures, error) => failures < 1 && !isUnauthorized(error) } },
  });
}

function isUnauthorized(error: Error): boolean {
  return error instanceof ProblemError && error.problem.status === 401;
}

/** The page stays as it is, for there may be words on it that were not sent; it only stops asking. */
function tellEnd(): void {
  noteSession(true);
  focusManager.setFocused(false);
  showToast({
    tone: "problem",
    message: "You are signed out here: the session ended by itself, elsewhere, or because your roles changed.",
    action: { label: "Sign in again", run: () => location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`) },
  });
}
