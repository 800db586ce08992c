import type { Metadata } from "next";
import { DeliverySettings } from "#components/notification/delivery-settings.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { notificationQueries } from "#lib/notification/queries.ts";
import { deliveries } from "#lib/notification/views.ts";

export const metadata: Metadata = { title: "What is mailed", description: "Which notifications reach your mailbox, and when.", robots: { index: false } };

export default async function NotificationSettingsPage() {
  const chosen = await loadView(deliveries, {}, { path: "/settings/notifications" });
  return (
    <Hydrate data={[[notificationQueries.deliveries().queryKey, chosen]]}>
      <DeliverySettings />
    </Hydrate>
  );
}
