import type { Metadata } from "next";
import { AdminPlaces } from "#components/admin/places.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { ReportsScreen } from "#components/thread/reports-screen.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { threadQueries } from "#lib/thread/queries.ts";
import { reports } from "#lib/thread/views.ts";

export const metadata: Metadata = {
  title: "Reported messages", description: "What readers of a thread have shown to the admins.", robots: { index: false },
};

export default async function ReportsPage() {
  const open = await loadView(reports, { which: "open" }, { path: "/admin/reports" });
  return (
    <Hydrate data={[[threadQueries.reports("open").queryKey, { pages: [open], pageParams: [""] }]]}>
      <ReportsScreen><AdminPlaces at="/admin/reports" /></ReportsScreen>
    </Hydrate>
  );
}
