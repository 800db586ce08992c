import { useId } from "react";
import { classes } from "#components/ui/classes.ts";

type CheckboxGroupProps = {
  legend: string;
  hint?: string;
  /** Each chosen option is sent under this name. */
  name: string;
  options: { value: string; label: string }[];
  /** The values that are chosen at first; then the browser keeps them. */
  chosen: readonly string[];
  /** Short options side by side, as many as fit. */
  inRows?: boolean;
  error?: string | null | undefined;
};

/** A choice of any number of options. */
export function CheckboxGroup({ legend, hint, name, options, chosen, inRows, error }: CheckboxGroupProps) {
  const id = useId();
  const describedBy = classes(hint && `${id}-hint`, error && `${id}-error`) || undefined;
  return (
    <fieldset aria-describedby={describedBy} className="grid min-w-0 gap-1.5">
      <legend className="mb-1 font-strong">{legend}</legend>
      {hint ? <p id={`${id}-hint`} className="text-note text-muted">{hint}</p> : null}
      <div className={inRows ? "flex flex-wrap gap-x-6 gap-y-1" : "grid gap-1"}>
        {options.map(({ value, label }) => (
          <label key={value} className="flex items-start gap-2.5 py-1 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `${id}-error` : undefined}
              className="mt-1 size-4 shrink-0 accent-lichen"
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {error ? <p id={`${id}-error`} className="text-note font-strong text-danger">{error}</p> : null}
    </fieldset>
  );
}
