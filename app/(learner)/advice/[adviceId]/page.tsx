import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AdviceScreen } from "#components/advice/advice-screen.tsx";
import { Hydrate, type Filled } from "#components/shell/hydrate.tsx";
import { Thread } from "#components/thread/thread.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { adviceQueries } from "#lib/advice/queries.ts";
import { advice } from "#lib/advice/views.ts";
import { threadQueries } from "#lib/thread/queries.ts";
import { thread } from "#lib/thread/views.ts";

export const metadata: Metadata = { title: "Advice", description: "A question about unfinished work, and its messages.", robots: { index: false } };

/** Whoever follows the other side's link is brought to their own. */
export default async function AdviceOfMinePage({ params }: { params: Promise<{ adviceId: string }> }) {
  const { adviceId } = await params;
  const path = `/advice/${encodeURIComponent(adviceId)}`;
  const found = await loadView(advice, { adviceId }, { path });
  if (found.as !== "learner") redirect(`/mentor/advice/${found.adviceId}`);
  const subject = { kind: "advice", subjectId: found.adviceId } as const;
  const data: Filled[] = [[adviceQueries.one(found.adviceId).queryKey, found]];
  if (found.inThread) data.push([threadQueries.messages(subject).queryKey, { pages: [await loadView(thread, subject, { path })], pageParams: [""] }]);
  return <Hydrate data={data}><AdviceScreen adviceId={found.adviceId}><Thread {...subject} /></AdviceScreen></Hydrate>;
}
