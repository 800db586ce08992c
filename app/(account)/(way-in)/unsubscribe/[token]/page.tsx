import type { Metadata } from "next";
import { Unsubscribe } from "#components/notification/unsubscribe.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { unsubscribing } from "#lib/notification/views.ts";

export const metadata: Metadata = { title: "End mails", description: "One press ends the mails that you followed a link in.", robots: { index: false } };

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const found = await loadView(unsubscribing, { token }, { path: "/" });
  return <Unsubscribe token={token} unsubscribing={found} />;
}
