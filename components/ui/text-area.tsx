import type { ComponentProps } from "react";
import { classes } from "#components/ui/classes.ts";
import { controlClasses, Field, type FieldText } from "#components/ui/field.tsx";

type TextAreaProps = FieldText & Omit<ComponentProps<"textarea">, "className"> & { className?: string };

/**
 * Several lines of text; grows with what is written where the browser can. Not kerned: with the kerning of the font a browser shapes a long
 * word anew for each of its lines, which takes seconds for 100 kB.
 */
export function TextArea({ label, hint, error, hideLabel, className, id, rows = 4, ...area }: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, hideLabel, className, id }}>
      {(wiring) => (
        <textarea
          rows={rows}
          {...area}
          {...wiring}
          className={classes(controlClasses, "[font-kerning:none] field-sizing-content max-h-[70vh] min-h-20 resize-y")}
        />
      )}
    </Field>
  );
}
