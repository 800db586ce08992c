import { useId, type ComponentProps } from "react";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "className" | "id"> & { label: string; /** What to know before ticking it. */ hint: string };

/** One yes or no. Controlled with `checked`, or left to the form. */
export function Checkbox({ label, hint, ...input }: CheckboxProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 py-1">
      <input {...input} id={id} type="checkbox" aria-describedby={`${id}-hint`} className="mt-1 size-4 accent-lichen" />
      <label htmlFor={id} className="font-strong">{label}</label>
      <p id={`${id}-hint`} className="col-start-2 text-note text-muted">{hint}</p>
    </div>
  );
}
