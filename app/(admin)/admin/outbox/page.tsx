import type { Metadata } from "next";
import { AdminPlaces } from "#components/admin/places.tsx";
import { OutboxScreen } from "#components/notification/outbox-screen.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { notificationQueries } from "#lib/notification/queries.ts";
import { outbox } from "#lib/notification/views.ts";
import { env } from "#lib/platform/env.ts";

export const metadata: Metadata = { title: "Outbox", description: "Mails to everybody, and what became of each.", robots: { index: false } };

export default async function OutboxPage() {
  const first = await loadView(outbox, {}, { path: "/admin/outbox" });
  return (
    <Hydrate data={[[notificationQueries.outbox().queryKey, { pages: [first], pageParams: [""] }]]}>
      <OutboxScreen server={env().mail?.host ?? null} places={<AdminPlaces at="/admin/outbox" />} />
    </Hydrate>
  );
}
