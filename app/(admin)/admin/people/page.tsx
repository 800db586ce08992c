import type { Metadata } from "next";
import { PeopleScreen } from "#components/admin/people-screen.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { adminQueries } from "#lib/admin/queries.ts";
import { people } from "#lib/admin/views.ts";

export const metadata: Metadata = { title: "People", description: "Who has an account here.", robots: { index: false } };

export default async function PeoplePage() {
  const first = await loadView(people, {}, { path: "/admin/people" });
  return (
    <Hydrate data={[[adminQueries.people("").queryKey, { pages: [first], pageParams: [""] }]]}>
      <PeopleScreen />
    </Hydrate>
  );
}
