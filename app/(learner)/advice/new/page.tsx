import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AskAdvice } from "#components/advice/ask-advice.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { getItem } from "#lib/guide/guide.ts";
import { portfolio } from "#lib/portfolio/views.ts";

export const metadata: Metadata = { title: "Ask for advice", description: "Ask mentors about work that is not finished.", robots: { index: false } };

/** What is asked about stands in the address: `evidence` is an own one's id, `item` an item's. */
export default async function AskAdvicePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { evidence: evidenceId, item: itemId } = await searchParams;
  const path = `/advice/new?evidence=${encodeURIComponent(String(evidenceId))}&item=${encodeURIComponent(String(itemId))}`;
  const { evidences } = await loadView(portfolio, {}, { path });
  const evidence = evidences.find((known) => known.evidenceId === evidenceId);
  const item = typeof itemId === "string" ? getItem(itemId)?.item : undefined;
  if (!evidence || !item) notFound();
  return <AskAdvice evidence={evidence} item={{ id: item.id, title: item.title }} />;
}
