import type { Metadata } from "next";
import { NotificationsScreen } from "#components/notification/notifications-screen.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { notificationQueries } from "#lib/notification/queries.ts";
import { notifications } from "#lib/notification/views.ts";

export const metadata: Metadata = { title: "Notifications", description: "What happened to your reviews, newest first.", robots: { index: false } };

export default async function NotificationsPage() {
  const first = await loadView(notifications, {}, { path: "/notifications" });
  return (
    <Hydrate data={[[notificationQueries.list().queryKey, { pages: [first], pageParams: [""] }]]}>
      <NotificationsScreen />
    </Hydrate>
  );
}
