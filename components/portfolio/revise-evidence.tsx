"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { EvidenceForm } from "#components/portfolio/evidence-form.tsx";
import { EvidenceLink } from "#components/portfolio/evidence-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ProblemError } from "#lib/base/problem.ts";
import { portfolioMutations, portfolioQueries } from "#lib/portfolio/queries.ts";
import type { VersionDto } from "#lib/portfolio/schema.ts";

type ReviseProps = {
  evidenceId: string;
  /** The version that the form was opened with. */
  edited: VersionDto;
  /** The newest one known, which another window may have made since. */
  newest: VersionDto;
  onDone: () => void;
};

/** Makes the next version. One that was made meanwhile is shown, and followed only when the person says so; what was typed stays. */
export function ReviseEvidence({ evidenceId, edited, newest, onDone }: ReviseProps) {
  const client = useQueryClient();
  const [basedOn, setBasedOn] = useState(edited.number);
  const readAgain = async () => await client.invalidateQueries({ queryKey: portfolioQueries.all() });
  const revise = useMutation({
    ...portfolioMutations.revise(),
    onError: async (error) => {
      if (error instanceof ProblemError && error.problem.code === "VERSION_MOVED") await readAgain();
    },
  });
  return (
    <div className="mt-4 border-t border-line pt-4">
      <p className="mb-4 text-note text-muted">Saving makes version {basedOn + 1}. What a mentor has confirmed stays true of the version they saw.</p>
      {newest.number > basedOn ? <Moved newest={newest} onFollow={() => setBasedOn(newest.number)} /> : null}
      <EvidenceForm
        keptAs={`evidence.${evidenceId}.${edited.number}`}
        version={edited}
        submit="Save as a new version"
        onCancel={onDone}
        onSend={async (content) => {
          await revise.mutateAsync({ evidenceId, ...content, basedOn });
        }}
        onSent={async () => {
          onDone();
          await readAgain();
        }}
      />
    </div>
  );
}

function Moved({ newest, onFollow }: { newest: VersionDto; onFollow: () => void }) {
  return (
    <Notice tone="turn" title={`Version ${newest.number}, made meanwhile`} className="mb-4">
      <p dir="auto" className="font-strong wrap-anywhere">{newest.title}</p>
      <EvidenceLink url={newest.url} />
      <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">{newest.shows}</p>
      <Button size="small" className="mt-3" onClick={onFollow}>I have compared; save mine after it</Button>
    </Notice>
  );
}
