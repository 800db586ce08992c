import { Disclosure } from "#components/ui/disclosure.tsx";
import type { PathStep } from "#lib/guide/path.ts";

/** Which items of the roadmap an evidence is meant to show: a checkbox each, step by step. */
export function ItemChoice({ steps, chosen }: { steps: readonly PathStep[]; chosen: readonly string[] }) {
  return (
    <fieldset>
      <legend className="font-strong">For which items</legend>
      <p className="text-note text-muted">A review judges it for one item at a time. You can change this later.</p>
      <div className="mt-2 grid gap-2">
        {steps.map((step) => (
          <Disclosure key={step.id} summary={<span className="font-normal">{step.number}. {step.title}</span>} open={step.items.some(({ id }) => chosen.includes(id)) || undefined}>
            <ul className="grid gap-1">
              {step.items.map(({ id, title }) => (
                <li key={id}>
                  <label className="flex items-start gap-2.5 py-1 pointer-coarse:min-h-11">
                    <input type="checkbox" name="itemIds" value={id} defaultChecked={chosen.includes(id)} className="mt-1 size-4 shrink-0 accent-lichen" />
                    <span>{title}</span>
                  </label>
                </li>
              ))}
            </ul>
          </Disclosure>
        ))}
      </div>
    </fieldset>
  );
}
