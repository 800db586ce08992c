"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { EvidenceForm } from "#components/portfolio/evidence-form.tsx";
import { ItemChoice } from "#components/portfolio/item-choice.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { portfolioMutations, portfolioQueries } from "#lib/portfolio/queries.ts";
import type { PathStep } from "#lib/guide/path.ts";

/** What was typed and neither saved nor cancelled is kept in the tab under this name. */
export const newEvidence = "evidence.new";

export function AddEvidence({ steps, chosen, onDone }: { steps: PathStep[]; chosen: string[]; onDone: () => void }) {
  const client = useQueryClient();
  const add = useMutation(portfolioMutations.add());
  return (
    <section id="add" aria-label="New evidence" className="mb-8 rounded-card border border-line bg-surface p-4.5 sm:p-6">
      <EvidenceForm
        keptAs={newEvidence}
        submit="Save evidence"
        onCancel={onDone}
        onSend={async (content, fields) => {
          await add.mutateAsync({ ...content, itemIds: fields.getAll("itemIds").map(String) });
        }}
        onSent={async () => {
          onDone();
          showToast({ message: "Saved. Ask for a review when it is ready." });
          await client.invalidateQueries({ queryKey: portfolioQueries.all() });
        }}
      >
        <ItemChoice steps={steps} chosen={chosen} />
      </EvidenceForm>
    </section>
  );
}
