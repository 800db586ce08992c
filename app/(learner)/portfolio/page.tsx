import type { Metadata } from "next";
import { PortfolioScreen } from "#components/review/portfolio-screen.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { getItem, listGuides } from "#lib/guide/guide.ts";
import { portfolioQueries } from "#lib/portfolio/queries.ts";
import { portfolio } from "#lib/portfolio/views.ts";
import { reviewQueries } from "#lib/review/queries.ts";
import { myReviews } from "#lib/review/views.ts";
import { pathOf } from "#lib/guide/path.ts";

export const metadata: Metadata = { title: "Portfolio", description: "Links to your work, and what each one shows.", robots: { index: false } };

export default async function PortfolioPage({ searchParams }: { searchParams: Promise<{ item?: string | string[] }> }) {
  const path = "/portfolio";
  const [mine, reviews] = await Promise.all([loadView(portfolio, {}, { path }), loadView(myReviews, {}, { path })]);
  const { item } = await searchParams;
  const forItem = typeof item === "string" && getItem(item) ? item : null;
  return (
    <Hydrate data={[[portfolioQueries.mine().queryKey, mine], [reviewQueries.mine().queryKey, reviews]]}>
      <PortfolioScreen steps={listGuides().flatMap((guide) => pathOf(guide).steps)} forItem={forItem} />
    </Hydrate>
  );
}
