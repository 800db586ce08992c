import { useId } from "react";
import { classes } from "#components/ui/classes.ts";

export type Segment<Value extends string> = {
  value: Value;
  label: string;
  /** "good" is lichen when chosen, "firm" is ink. */
  tone?: "good" | "firm";
};

type SegmentedControlProps<Value extends string> = {
  legend: string;
  /** The page shows the question beside the control; a screen reader still hears it. */
  hideLegend?: boolean;
  name: string;
  segments: Segment<Value>[];
  /** Controlled with `value` and `onChange`, or left to the form with `defaultValue`; null: nothing chosen yet. */
  value?: Value | null;
  defaultValue?: Value | null;
  onChange?: (value: Value) => void;
  error?: string | null | undefined;
  disabled?: boolean;
  className?: string;
};

/** A choice of few, all of them in view: radio buttons that look like one bar. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { legend, hideLegend, segments, error, className, disabled } = props;
  const errorId = useId();
  return (
    <fieldset
      className={classes("grid min-w-0 justify-items-start gap-1.5", className)}
      aria-describedby={error ? errorId : undefined}
      disabled={disabled}
    >
      <legend className={hideLegend ? "sr-only" : "mb-1.5 font-strong"}>{legend}</legend>
      <div className={classes("inline-flex max-w-full flex-wrap rounded-control border", error ? "border-danger" : "border-edge")}>
        {segments.map((segment) => (
          <SegmentChoice key={segment.value} segment={segment} control={props} />
        ))}
      </div>
      {error ? (
        <p id={errorId} className="text-note font-strong text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

function SegmentChoice<Value extends string>({
  segment,
  control,
}: {
  segment: Segment<Value>;
  control: SegmentedControlProps<Value>;
}) {
  const { name, value, defaultValue, onChange } = control;
  const state = value === undefined ? { defaultChecked: defaultValue === segment.value } : { checked: value === segment.value };
  return (
    <label
      className={classes(
        "relative flex min-h-8 items-center border-edge px-2.5 py-1 sm:px-3.5 text-note not-first:border-l pointer-coarse:min-h-11",
        "first:rounded-l-[calc(var(--radius-control)-1px)] last:rounded-r-[calc(var(--radius-control)-1px)]",
        "not-has-checked:hover:bg-sunk has-checked:font-strong has-disabled:opacity-55",
        "has-focus-visible:z-10 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-lichen",
        segment.tone === "good"
          ? "has-checked:bg-lichen has-checked:text-on-lichen"
          : "has-checked:bg-ink has-checked:text-paper",
      )}
    >
      <input
        type="radio"
        name={name}
        value={segment.value}
        className="absolute inset-0 cursor-pointer appearance-none outline-none"
        onChange={onChange ? () => onChange(segment.value) : value === undefined ? undefined : () => {}}
        {...state}
      />
      {segment.label}
    </label>
  );
}
