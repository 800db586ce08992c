import { Fragment } from "react";
import { anchorHref, headingLevel, itemHref, type Reading } from "#components/guide/reading.ts";
import { ResourceLine } from "#components/guide/resource-line.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { WideTable } from "#components/ui/wide-table.tsx";
import { formatHours } from "#lib/guide/figure.ts";
import type { Item, Step } from "#lib/guide/guide.ts";
import { levelNames, nameLevel } from "#lib/guide/level.ts";
import { termAnchor } from "#lib/guide/place.ts";

/** All steps with their items. Each item opens in place, by itself when it is asked for; its id is the anchor that the roadmap page uses too. */
export function RoadmapOutline({ reading }: { reading: Reading }) {
  const { guide } = reading.book;
  return (
    <ol className="[&>:nth-child(n+2)]:later mt-8 space-y-10 font-sans">
      {guide.steps.map((step) => (
        <li key={step.id} id={step.id} className="relative grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-4 before:absolute before:top-7 before:-bottom-10 before:left-4.25 before:border-l-2 before:border-line last:before:bottom-0 print:before:hidden">
          <span
            aria-hidden="true"
            className="relative grid h-7 w-9 place-items-center rounded-[50%/54%] border-2 border-line-strong bg-paper text-note font-semibold text-muted"
          >
            {step.number}
          </span>
          <StepOutline step={step} reading={reading} />
        </li>
      ))}
    </ol>
  );
}

function StepOutline({ step, reading }: { step: Step; reading: Reading }) {
  const Heading = headingLevel(reading, 2) === 2 ? "h2" : "h3";
  return (
    <div>
      <Heading className="font-serif text-heading font-medium text-balance">
        <span className="sr-only">Step {step.number}: </span>
        {step.title}
      </Heading>
      <p className="mt-2 font-serif text-[1.0625rem] leading-relaxed text-pretty">{step.summary}</p>
      <p className="mt-2 text-note text-muted">
        <span className="font-strong text-ink">{formatHours(step.hours)}</span> in all. {step.effort}
      </p>
      <ul className="mt-4 border-t border-line">
        {step.items.map((item) => (
          <li key={item.id} className="relative border-b border-line">
            {reading.own?.tick(item)}
            <ItemOutline item={item} reading={reading} />
          </li>
        ))}
      </ul>
      <Rubric step={step} />
    </div>
  );
}

/** How well the work of a step may be done: what a mentor's feedback refers to, beside the criteria that decide. */
function Rubric({ step }: { step: Step }) {
  return (
    <Disclosure summary="How well, in four levels" staticName={`levels-${step.id}`} className="border-b border-line text-note [&>summary]:py-2.5">
      <p className="text-muted">A mentor may describe the work by these. They are feedback and never part of the verdict, which follows from the criteria alone.</p>
      <WideTable
        label={`Levels of step ${step.number}, ${step.title}`}
        head={["What is looked at", ...levelNames.map((_, level) => nameLevel(level))]}
        rows={step.dimensions.map(({ id, title, levels }) => [<span key={id} className="font-strong">{title}</span>, ...levels])}
      />
    </Disclosure>
  );
}

function ItemOutline({ item, reading }: { item: Item; reading: Reading }) {
  const effort = formatHours(item.hours);
  const summary = (
    <span className="flex min-w-0 grow flex-col items-baseline justify-between gap-x-6 *:max-w-full sm:flex-row">
      <span>{item.title}</span>
      <span className="shrink-0 text-note font-normal text-muted tabular-nums">{reading.own?.standing(item, effort) ?? effort}</span>
    </span>
  );
  return (
    <Disclosure summary={summary} staticName={item.id} className="[&>summary]:py-2.5 [&>summary]:text-item print:[&::details-content]:[content-visibility:visible]">
      <div className="pb-5 text-body">
        {/* A browser opens what folds the place that an address names, so the place is in here. It reaches over the whole row, whose title is jumped to. */}
        <span id={item.id} className="absolute inset-y-0 -left-2 border-lichen target:border-l-2" />
        <p>
          <span className="text-muted">To show: </span>
          {item.shows}
        </p>
        <p className="mt-3 break-after-avoid text-muted">A mentor looks for</p>
        <ul className="mt-1 list-disc space-y-1 pl-5 marker:text-muted">
          {item.criteria.map((criterion) => (
            <li key={criterion.id}>{criterion.text}</li>
          ))}
        </ul>
        <ItemTerms item={item} reading={reading} />
        {item.resources.length > 0 && (
          <>
            <p className="mt-3 break-after-avoid text-muted">To learn from</p>
            <ul className="addresses mt-1 space-y-1">
              {item.resources.map((resource) => (
                <li key={resource.id}>
                  <ResourceLine resource={resource} />
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="mt-4 print:hidden">
          <a href={itemHref(reading.book.guide.slug, item.id)}>
            Work on this<span className="sr-only">: {item.title}</span>
          </a>
        </p>
      </div>
    </Disclosure>
  );
}

/** The words of the trade that an item asks for, each leading to what it means: its own text holds no links. */
function ItemTerms({ item, reading }: { item: Item; reading: Reading }) {
  const terms = reading.book.itemTerms.get(item.id) ?? [];
  if (terms.length === 0) return null;
  return (
    <p className="mt-3 text-muted">
      {"Terms: "}
      {terms.map(({ id, names }, index) => (
        <Fragment key={id}>
          {index > 0 ? ", " : ""}
          <a href={anchorHref(reading, termAnchor(id))}>{names[0]}</a>
        </Fragment>
      ))}
    </p>
  );
}
