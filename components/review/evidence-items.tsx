"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useRef, useState } from "react";
import { AskForReview } from "#components/review/ask-for-review.tsx";
import { ReviewStanding } from "#components/review/review-standing.tsx";
import { Withdraw } from "#components/review/withdraw.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { detailOf } from "#components/ui/detail-of.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { controlClasses } from "#components/ui/field.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { portfolioMutations, portfolioQueries } from "#lib/portfolio/queries.ts";
import type { EvidenceDto } from "#lib/portfolio/schema.ts";
import type { ReviewSummaryDto } from "#lib/review/schema.ts";
import type { PathStep } from "#lib/guide/path.ts";

interface ItemsProps { evidence: EvidenceDto; steps: PathStep[]; reviews: ReviewSummaryDto[] }

/** The items an evidence is meant to show, each with its review; and a way to add another. */
export function EvidenceItems({ evidence, steps, reviews }: ItemsProps) {
  const client = useQueryClient();
  const after = {
    onError: (error: Error) => void showToast({ tone: "problem", message: detailOf(error) }),
    onSettled: async () => await client.invalidateQueries({ queryKey: portfolioQueries.all() }),
  };
  const attach = useMutation({ ...portfolioMutations.attach(), ...after });
  const detach = useMutation({ ...portfolioMutations.detach(), ...after });
  const { evidenceId, itemIds } = evidence;
  const items = steps.flatMap((step) => step.items);
  return (
    <div className="mt-4 border-t border-line pt-4">
      <h3 className="font-strong">For these items</h3>
      {itemIds.length === 0 ? <p className="text-note text-muted">None yet. Choose an item, then ask for a review.</p> : null}
      <ul className="mt-1 grid">
        {itemIds.map((itemId) => {
          const item = items.find(({ id }) => id === itemId);
          const review = reviews.find((known) => known.itemId === itemId);
          const open = review && review.turn.whose !== "nobody";
          return (
            <li key={itemId} className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line py-2.5 last:border-0">
              <span className="min-w-48 flex-1">{item?.title ?? "An item that the guide no longer has"}</span>
              {review ? <ReviewStanding review={review} /> : null}
              {open && review.status !== "unsent" ? <Withdraw reviewId={review.reviewId} title={review.evidenceTitle} size="small" /> : null}
              {!open && item ? <AskForReview evidence={evidence} item={item} /> : null}
              {item ? <ButtonLink size="small" variant="quiet" href={`/advice/new?evidence=${evidenceId}&item=${itemId}`} aria-label={`Ask for advice on ${evidence.versions[0]!.title} for ${item.title}`}>Ask for advice</ButtonLink> : null}
              {!open ? <Button size="small" variant="quiet" onClick={() => detach.mutate({ evidenceId, itemId })} aria-label={`Take off: ${item?.title ?? itemId}`}>Take off</Button> : null}
            </li>
          );
        })}
      </ul>
      <AttachItem key={itemIds.length} steps={steps} taken={itemIds} busy={attach.isPending} onAttach={(itemId) => attach.mutate({ evidenceId, itemId })} />
    </div>
  );
}

function AttachItem({ steps, taken, busy, onAttach }: { steps: PathStep[]; taken: string[]; busy: boolean; onAttach: (itemId: string) => void }) {
  const id = useId();
  const [itemId, setItemId] = useState("");
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLSelectElement>(null);

  function onPress() {
    setMissing(itemId === "");
    if (itemId === "") return field.current?.focus();
    onAttach(itemId);
    setItemId("");
  }

  return (
    <Disclosure className="mt-3" open={taken.length === 0 || undefined} summary={<span className="font-normal">Attach to {taken.length === 0 ? "an item" : "another item"}</span>}>
      <div className="flex flex-wrap items-end gap-2.5">
        <div className="grid min-w-0 flex-1 basis-60 gap-1">
          <label htmlFor={id} className="text-label text-muted">Item</label>
          <select
            ref={field} id={id} value={itemId} aria-invalid={missing || undefined} aria-describedby={missing ? `${id}-missing` : undefined} className={controlClasses}
            onChange={(event) => {
              setItemId(event.target.value);
              setMissing(false);
            }}
          >
            <option value="">Choose an item</option>
            {steps.map((step) => (
              <optgroup key={step.id} label={`${step.number}. ${step.title}`}>
                {step.items.filter((item) => !taken.includes(item.id)).map((item) => <option key={item.id} value={item.id}>{item.title}</option>)}
              </optgroup>
            ))}
          </select>
        </div>
        <Button busy={busy} onClick={onPress}>Attach</Button>
      </div>
      {missing ? <p id={`${id}-missing`} className="mt-1.5 text-note font-strong text-danger">Please choose an item.</p> : null}
    </Disclosure>
  );
}
