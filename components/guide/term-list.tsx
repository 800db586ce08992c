import { anchorHref, type Reading } from "#components/guide/reading.ts";
import { termAnchor } from "#lib/guide/place.ts";

/** The terms by the alphabet, each with the sections that use it. */
export function TermList({ reading }: { reading: Reading }) {
  const { terms, chapters, termUses } = reading.book;
  return (
    <dl className="[&>:nth-child(n+9)]:later mt-6 border-t border-line">
      {terms.map(({ id, names, means }) => (
        <div key={id} id={termAnchor(id)} className="grid gap-x-6 border-b border-line py-3.5 target:bg-lichen-soft sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="font-semibold">{names[0]}</dt>
          <dd>
            <p className="sm:text-pretty">{means}</p>
            <p className="mt-1 font-sans text-note text-muted">
              {(termUses.get(id) ?? []).map((sectionId, index) => (
                <span key={sectionId}>
                  {index === 0 ? "In " : ", "}
                  <a href={anchorHref(reading, sectionId)}>{chapters.find((chapter) => chapter.id === sectionId)?.title}</a>
                </span>
              ))}
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
