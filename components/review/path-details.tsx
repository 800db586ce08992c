"use client";

import { ItemEvidence } from "#components/review/item-evidence.tsx";
import type { ItemProps } from "#components/review/path-item.tsx";
import { stateWords } from "#components/roadmap/state-words.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SegmentedControl, type Segment } from "#components/ui/segmented-control.tsx";
import type { State } from "#lib/roadmap/schema.ts";

const segments = Object.entries(stateWords).map(([value, label]) => ({ value, label })) as Segment<State>[];

/** What an item asks for, where the learner stands, and the evidence they show. */
export function PathDetails({ item, state, confirmation, reviews, evidences, onSet }: ItemProps) {
  return (
    <div className="grid gap-4">
      <p className="max-w-[60ch] text-muted">What shows it: {item.shows}</p>
      <div>
        <h3 className="font-strong">Criteria</h3>
        <ul className="mt-1 grid list-[circle] gap-1 pl-5">
          {item.criteria.map(({ id, text }) => <li key={id}>{text}</li>)}
        </ul>
      </div>
      <SegmentedControl legend={`Where you stand with: ${item.title}`} hideLegend name={`state-${item.id}`} segments={segments} value={state?.state ?? "todo"} onChange={onSet} />
      {state?.changedSince ? <p className="text-note text-muted">The requirement has changed since you set this.</p> : null}
      {confirmation ? (
        <p className="text-note">
          <bdi className="font-strong">{confirmation.mentorName ?? "A mentor"}</bdi> confirmed “<bdi>{confirmation.evidenceTitle}</bdi>”, version {confirmation.versionNumber},{" "}
          <RelativeTime at={confirmation.confirmedAt} />{confirmation.forEarlierEdition ? ", for an earlier edition of this item" : ""}
          {confirmation.others > 0 ? `; ${confirmation.others} earlier ${confirmation.others === 1 ? "confirmation" : "confirmations"}` : ""}.
        </p>
      ) : null}
      <ItemEvidence item={item} evidences={evidences} reviews={reviews} />
      {item.resources.length > 0 ? (
        <Disclosure summary={`Resources (${item.resources.length})`}>
          <ul className="grid gap-1">
            {item.resources.map(({ id, name, url, kind, cost }) => (
              <li key={id}>
                <a href={url} rel="noopener noreferrer" className="underline decoration-edge underline-offset-3">{name}</a>{" "}
                <span className="text-note text-muted">{kind}{cost ? `, ${cost}` : ""}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}
