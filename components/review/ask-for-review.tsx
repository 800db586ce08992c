"use client";

import { useState } from "react";
import { AskForm } from "#components/review/ask-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { EvidenceDto } from "#lib/portfolio/schema.ts";

export interface AskProps { evidence: EvidenceDto; item: { id: string; title: string; criteria: { id: string; text: string }[] } }

/** Asks mentors to look: says before what is shared, and with whom. */
export function AskForReview({ evidence, item }: AskProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={`Ask for review of ${evidence.versions[0]!.title} for ${item.title}`}>Ask for review</Button>
      <Dialog open={open} onOpenChange={setOpen} title="Ask for review" description={<>A mentor will judge “<bdi>{evidence.versions[0]!.title}</bdi>” for: {item.title}</>}>
        <AskForm evidence={evidence} item={item} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
