import { classes } from "#components/ui/classes.ts";

/** The numbered stone of a step on the path; it fills when all of the step's items are confirmed. */
export function StepMarker({ number, standing = "ahead" }: { number: number; standing?: "ahead" | "current" | "full" }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        "grid h-7 w-9 shrink-0 place-items-center rounded-[50%/54%] border-2 text-note font-semibold",
        standing === "full" && "border-lichen bg-lichen text-on-lichen",
        standing === "current" && "border-ink bg-paper text-ink",
        standing === "ahead" && "border-line-strong bg-paper text-muted",
      )}
    >
      {number}
    </span>
  );
}
