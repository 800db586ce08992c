import type { Metadata } from "next";
import { MyAdvice } from "#components/advice/my-advice.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { adviceQueries } from "#lib/advice/queries.ts";
import { myAdvice } from "#lib/advice/views.ts";

export const metadata: Metadata = { title: "Advice", description: "What you have asked about unfinished work.", robots: { index: false } };

export default async function AdvicePage() {
  const found = await loadView(myAdvice, {}, { path: "/advice" });
  return <Hydrate data={[[adviceQueries.mine().queryKey, { pages: [found], pageParams: [""] }]]}><MyAdvice /></Hydrate>;
}
