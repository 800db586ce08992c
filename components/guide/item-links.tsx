import { anchorHref, type Reading } from "#components/guide/reading.ts";

/** The items of the roadmap that train what was just read, each leading to its place in the outline. */
export function ItemLinks({ itemIds, reading }: { itemIds: readonly string[]; reading: Reading }) {
  const steps = reading.book.guide.steps.map((step) => ({ ...step, items: step.items.filter(({ id }) => itemIds.includes(id)) })).filter(({ items }) => items.length > 0);
  return (
    <div className="mb-6 font-sans text-note">
      {steps.map(({ id, number, items }) => (
        <div key={id} className="mt-2 first:mt-0">
          <p className="mb-1 text-muted">On the roadmap, step {number}</p>
          <ul className="space-y-1">
            {items.map((item) => <li key={item.id}><a href={anchorHref(reading, item.id)}>{item.title}</a></li>)}
          </ul>
        </div>
      ))}
    </div>
  );
}
