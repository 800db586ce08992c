import type { Metadata } from "next";
import { PathScreen } from "#components/review/path-screen.tsx";
import { KeptTicksQuestion } from "#components/roadmap/kept-ticks-question.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { me } from "#lib/account/views.ts";
import { getGuide } from "#lib/guide/guide.ts";
import { portfolioQueries } from "#lib/portfolio/queries.ts";
import { portfolio } from "#lib/portfolio/views.ts";
import { reviewQueries } from "#lib/review/queries.ts";
import { myReviews } from "#lib/review/views.ts";
import { pathOf } from "#lib/guide/path.ts";
import { roadmapQueries } from "#lib/roadmap/queries.ts";
import { roadmap } from "#lib/roadmap/views.ts";

interface Props { params: Promise<{ guide: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const guide = getGuide((await params).guide);
  return { title: guide ? `Roadmap: ${guide.title}` : "Roadmap", description: "Your own checklist beside what mentors have confirmed.", robots: { index: false } };
}

export default async function RoadmapPage({ params }: Props) {
  const { guide } = await params;
  const path = `/roadmap/${encodeURIComponent(guide)}`;
  const standing = await loadView(roadmap, { guide }, { path });
  const [mine, evidence, { account }] = await Promise.all([
    loadView(myReviews, {}, { path }), loadView(portfolio, {}, { path }), loadView(me, {}, { path }),
  ]);
  return (
    <Hydrate data={[[roadmapQueries.mine(guide).queryKey, standing], [reviewQueries.mine().queryKey, mine], [portfolioQueries.mine().queryKey, evidence]]}>
      <PathScreen path={pathOf(getGuide(guide)!)} />
      {account ? <KeptTicksQuestion guide={guide} account={account} /> : null}
    </Hydrate>
  );
}
