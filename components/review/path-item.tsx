"use client";

import { useState } from "react";
import { PathDetails } from "#components/review/path-details.tsx";
import { StateTap } from "#components/roadmap/state-tap.tsx";
import { stateWords } from "#components/roadmap/state-words.ts";
import { leaveAnchor } from "#components/roadmap/use-anchor.ts";
import { turnTone, turnWords } from "#components/review/turn-words.ts";
import { Chip } from "#components/ui/chip.tsx";
import type { EvidenceDto } from "#lib/portfolio/schema.ts";
import type { ReviewSummaryDto } from "#lib/review/schema.ts";
import type { PathItem } from "#lib/guide/path.ts";
import type { ConfirmationDto, ItemStateDto, State } from "#lib/roadmap/schema.ts";

export interface ItemProps {
  item: PathItem;
  /** The address names this item: it is open from the start. */
  named: boolean;
  /** Undefined: to do. */
  state: ItemStateDto | undefined;
  confirmation: ConfirmationDto | undefined;
  reviews: readonly ReviewSummaryDto[];
  evidences: readonly EvidenceDto[];
  onSet: (state: State) => void;
}

/** One line of the path; it opens in place. */
export function PathItemLine(props: ItemProps) {
  const { item, named, state, confirmation, reviews } = props;
  const [isOpened, setOpened] = useState(false);
  const open = isOpened || named;
  function toggle() {
    if (named) leaveAnchor();
    setOpened(!open);
  }
  const openReview = reviews.find(({ turn }) => turn.whose !== "nobody");
  const detailsId = `${item.id}-details`;
  return (
    <li id={item.id} className="scroll-mt-6 border-b border-line">
      <div className="grid grid-cols-[1.75rem_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5 px-1 py-3 sm:grid-cols-[1.75rem_minmax(0,1fr)_auto]">
        <StateTap title={item.title} state={state?.state ?? "todo"} confirmed={confirmation !== undefined} onSet={props.onSet} />
        <div>
          <button type="button" aria-expanded={open} aria-controls={detailsId} onClick={toggle}
            className={`block w-full rounded-sm text-left text-item text-pretty hover:underline hover:decoration-line-strong hover:underline-offset-4 ${open ? "font-strong" : ""} ${state?.state === "skipped" ? "text-muted" : ""}`}>
            {item.title}
          </button>
          {confirmation && state?.state !== "done" ? <p className="text-label text-muted">Your own mark: {stateWords[state?.state ?? "todo"].toLowerCase()}</p> : null}
        </div>
        <span className="flex flex-wrap items-center gap-1.5 max-sm:col-start-2 sm:flex-row-reverse">
          <span className="text-label whitespace-nowrap text-muted max-sm:mr-1.5 sm:min-w-[5.5rem] sm:text-right">{item.hours.low} to {item.hours.high} h</span>
          {confirmation ? <Chip tone="ok" className="max-w-[min(15rem,100%)]"><span className="truncate">Confirmed{confirmation.mentorName ? <> by <bdi>{confirmation.mentorName}</bdi></> : null}</span></Chip> : null}
          {openReview ? <Chip tone={turnTone(openReview)}>{turnWords(openReview)}</Chip> : null}
          {state && !confirmation && !openReview && (state.state === "learning" || state.state === "skipped") ? <Chip>{state.state === "learning" ? "Learning" : "Skipped"}</Chip> : null}
        </span>
      </div>
      <div id={detailsId} hidden={!open} className="px-1 pb-4 sm:pl-11">{open ? <PathDetails {...props} /> : null}</div>
    </li>
  );
}
