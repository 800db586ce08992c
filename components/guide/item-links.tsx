import { anchorHref, type Reading } from "#components/guide/reading.ts";

/** The items of the roadmap that train what was just read, each leading to its place in the outline. */
export function ItemLinks({ itemIds, reading }: { itemIds: readonly string[]; reading: Reading }) {
  const items = reading.book.guide.steps.flatMap((step) => step.items.filter((item) => itemIds.includes(item.id)).map((item) => ({ item, step })));
  return (
    <div className="mb-6 font-sans text-note">
      <p className="mb-1 text-muted">On the roadmap</p>
      <ul className="space-y-1">
        {items.map(({ item, step }) => (
          <li key={item.id} className="flex gap-2.5">
            <span className="text-muted tabular-nums" aria-hidden="true">
              {step.number}
            </span>
            <a href={anchorHref(reading, item.id)}>{item.title}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
