import { validVerdict } from "#components/review/valid-verdict.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { nameLevel } from "#lib/guide/level.ts";
import type { ReviewDto, VerdictDto } from "#lib/review/schema.ts";

/** The verdicts so far, oldest first. `askedAbove`: what the last one asked stands at the top of the screen. */
export function VerdictHistory({ review, askedAbove }: { review: ReviewDto; askedAbove: boolean }) {
  if (review.verdicts.length === 0) return null;
  return (
    <section aria-labelledby="verdicts" className="mt-8">
      <h2 id="verdicts" className="mb-2 font-strong">
        Verdicts
      </h2>
      {review.verdicts.toReversed().map((verdict) => (
        <Given key={verdict.verdictId} verdict={verdict} edition={review.requirement.edition} withAsked={!(askedAbove && verdict === validVerdict(review))} />
      ))}
    </section>
  );
}

const deeds: Record<VerdictDto["kind"], string> = { confirm: "confirmed", return: "returned with changes", ask: "asked for information" };

/** `edition` is the review's own: what was judged by another says so. */
function Given({ verdict, edition, withAsked }: { verdict: VerdictDto; edition: number; withAsked: boolean }) {
  return (
    <article className="border-t border-line py-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="font-strong">{verdict.byYou ? "You" : (verdict.mentorName ?? "A mentor")}</bdi>
        <span className="text-label text-muted">
          {deeds[verdict.kind]}, on version {verdict.versionNumber}{verdict.edition === edition ? "" : ` by edition ${verdict.edition} of the criteria`}, <RelativeTime at={verdict.givenAt} />
        </span>
      </p>
      {verdict.summary ? (
        <p dir="auto" className="mt-1 wrap-anywhere whitespace-pre-wrap">
          {verdict.summary}
        </p>
      ) : null}
      {verdict.corrected ? <TakenBack {...verdict.corrected} /> : null}
      <Marks verdict={verdict} />
      <Levels levels={verdict.levels} />
      {withAsked ? <Asked verdict={verdict} /> : null}
    </article>
  );
}

function Marks({ verdict }: { verdict: VerdictDto }) {
  if (verdict.marks.length === 0) return null;
  return (
    <ul className="mt-2 grid gap-1.5 text-note">
      {verdict.marks.map(({ criterionId, text, met, note }) => (
        <li key={criterionId} className="grid grid-cols-[4.25rem_minmax(0,1fr)] gap-x-2">
          <span className={met ? "text-lichen" : "font-strong"}>{met ? "Met" : "Not met"}</span>
          <span className="min-w-0 wrap-anywhere">
            <span className="text-muted">{text}</span>
            {note ? <span dir="auto" className="block whitespace-pre-wrap">{note}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function TakenBack({ at, reason }: NonNullable<VerdictDto["corrected"]>) {
  return (
    <p className="mt-1 text-note wrap-anywhere">
      <span className="font-strong">Taken back</span> <RelativeTime at={at} className="text-muted" />: <bdi className="whitespace-pre-wrap">{reason}</bdi>
    </p>
  );
}

/** Feedback on the step's dimensions. It is no part of the verdict, so it stands folded. */
function Levels({ levels }: { levels: VerdictDto["levels"] }) {
  if (levels.length === 0) return null;
  return (
    <Disclosure className="mt-2 text-note" summary="Feedback beyond the criteria">
      <dl className="mt-1 grid gap-1.5">
        {levels.map(({ dimensionId, title, level, words }) => (
          <div key={dimensionId}>
            <dt className="font-strong">{title}: {nameLevel(level)}</dt>
            <dd className="text-muted">{words}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

function Asked({ verdict }: { verdict: VerdictDto }) {
  if (verdict.changes.length === 0) return null;
  return (
    <ol className="mt-2 grid list-decimal gap-1 pl-5 text-note">
      {verdict.changes.map(({ changeId, text, answer }) => (
        <li key={changeId} className="wrap-anywhere whitespace-pre-wrap">
          <bdi>{text}</bdi> {answer === null ? null : <span className="text-muted">Answered: <bdi>{answer}</bdi></span>}
        </li>
      ))}
    </ol>
  );
}
