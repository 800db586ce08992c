import type { Metadata } from "next";
import { WaitingAdvice } from "#components/advice/waiting-advice.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { adviceQueries } from "#lib/advice/queries.ts";
import { waitingAdvice } from "#lib/advice/views.ts";

export const metadata: Metadata = { title: "Advice", description: "Questions about unfinished work that wait for a mentor.", robots: { index: false } };

export default async function WaitingAdvicePage() {
  const first = await loadView(waitingAdvice, {}, { path: "/mentor/advice" });
  return <Hydrate data={[[adviceQueries.waiting().queryKey, { pages: [first], pageParams: [""] }]]}><WaitingAdvice /></Hydrate>;
}
