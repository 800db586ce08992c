"use client";

import { useQueryClient } from "@tanstack/react-query";
import { BottomCards } from "#components/roadmap/bottom-card.tsx";
import { KeptTicksNotice } from "#components/roadmap/kept-ticks-notice.tsx";
import { roadmapQueries } from "#lib/roadmap/queries.ts";

/** The notice on the pages of those who are signed in, whose states stand in the query cache. */
export function KeptTicksQuestion({ guide, account }: { guide: string; account: { userId: string; name: string } }) {
  const client = useQueryClient();
  const onChanged = async () => await client.invalidateQueries({ queryKey: roadmapQueries.mine(guide).queryKey });
  return (
    <BottomCards>
      <KeptTicksNotice guide={guide} account={account} onChanged={onChanged} />
    </BottomCards>
  );
}
