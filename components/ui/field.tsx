import { useId, type ComponentProps, type ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

export type FieldText = {
  label: ReactNode;
  /** What to know before filling it in. */
  hint?: ReactNode;
  /** What is wrong with what was typed; it is read out with the field. */
  error?: string | null | undefined;
  /** For a field whose purpose the page already shows: the label is there for a screen reader alone. */
  hideLabel?: boolean;
};

/** The classes of anything that is typed into. */
export const controlClasses = classes(
  "block w-full rounded-control border border-edge bg-surface px-3 py-2 text-body text-ink",
  "placeholder:text-muted aria-invalid:border-danger disabled:opacity-55",
  // Under 16 px, a phone zooms the page when the field is entered.
  "pointer-coarse:min-h-11 pointer-coarse:text-[1rem]",
);

type Wiring = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

/** Ties label, hint and error to one control; `children` gets the attributes that do it. */
export function Field({
  label,
  hint,
  error,
  hideLabel,
  id: givenId,
  className,
  children,
}: FieldText & { id?: string | undefined; className?: string | undefined; children: (wiring: Wiring) => ReactNode }) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const describedBy = classes(hint ? `${id}-hint` : null, error ? `${id}-error` : null) || undefined;
  return (
    <div className={classes("grid content-start gap-1.5", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "font-strong"}>
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-note text-muted">
          {hint}
        </p>
      ) : null}
      {children({ id, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined })}
      {error ? (
        <p id={`${id}-error`} className="text-note font-strong text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}

type TextFieldProps = FieldText & Omit<ComponentProps<"input">, "className"> & { className?: string };

/** One line of text. Left uncontrolled (`defaultValue`), it keeps what was typed whatever happens around it. */
export function TextField({ label, hint, error, hideLabel, className, id, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, hideLabel, className, id }}>
      {(wiring) => <input type="text" {...input} {...wiring} className={controlClasses} />}
    </Field>
  );
}
