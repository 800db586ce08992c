import type { Metadata } from "next";
import { MineScreen } from "#components/review/mine-screen.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { reviewQueries } from "#lib/review/queries.ts";
import { blockedMentors, myReviews } from "#lib/review/views.ts";

export const metadata: Metadata = { title: "Reviews", description: "Whose turn it is, since when and why.", robots: { index: false } };

export default async function ReviewsPage() {
  const path = "/reviews";
  const [mine, blocks] = await Promise.all([loadView(myReviews, {}, { path }), loadView(blockedMentors, {}, { path })]);
  return <Hydrate data={[[reviewQueries.mine().queryKey, mine], [reviewQueries.blocks().queryKey, blocks]]}><MineScreen /></Hydrate>;
}
