import type { ComponentProps } from "react";
import { classes } from "#components/ui/classes.ts";
import { controlClasses, Field, type FieldText } from "#components/ui/field.tsx";

export type Option = { value: string; label: string };

type SelectProps = FieldText &
  Omit<ComponentProps<"select">, "className"> & {
    options: Option[];
    /** A first option without a value, such as "Choose a kind". */
    placeholder?: string;
    className?: string;
  };

/** The browser's own select: it works everywhere, and needs no style that the content policy forbids. */
export function Select({ label, hint, error, hideLabel, className, id, options, placeholder, ...select }: SelectProps) {
  return (
    <Field {...{ label, hint, error, hideLabel, className, id }}>
      {(wiring) => (
        <div className="relative">
          <select {...select} {...wiring} className={classes(controlClasses, "appearance-none pr-9")}>
            {placeholder ? <option value="">{placeholder}</option> : null}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <svg
            viewBox="0 0 16 16"
            className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
            aria-hidden="true"
          >
            <path d="M4 6l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
          </svg>
        </div>
      )}
    </Field>
  );
}
