import type { Metadata } from "next";
import { MineScreen } from "#components/review/mine-screen.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { reviewQueries } from "#lib/review/queries.ts";
import { myReviews } from "#lib/review/views.ts";

export const metadata: Metadata = { title: "Reviews", description: "Whose turn it is, since when and why.", robots: { index: false } };

export default async function ReviewsPage() {
  const mine = await loadView(myReviews, {}, { path: "/reviews" });
  return <Hydrate data={[[reviewQueries.mine().queryKey, mine]]}><MineScreen /></Hydrate>;
}
