import { stack } from "#components/roadmap/stones.ts";
import { classes } from "#components/ui/classes.ts";

/** Up to so many stones are hinted at before they are there. */
const GHOST = 6;

/**
 * Progress as a stack of stones: an outline for each item done by own account, filled for each one confirmed by a mentor.
 * The two figures stand in text beside it; the picture's name says them too.
 */
export function Cairn({ done, confirmed, className }: { done: number; confirmed: number; className?: string }) {
  const count = Math.max(done, confirmed);
  const stones = stack(Math.max(count, GHOST));
  return (
    <svg viewBox="0 0 260 300" className={classes("h-auto", className)} role="img" aria-label={cairnName(done, confirmed)}>
      <path d="M10 288.8h240" className="stroke-line-strong" strokeWidth="1.6" strokeLinecap="round" />
      {stones.map(({ path }, index) => index < count
        ? <path key={path} d={path} strokeWidth="1.6" className={index < confirmed ? "fill-lichen stroke-paper" : "fill-paper stroke-ink"} />
        : <path key={path} d={path} strokeWidth="2" strokeDasharray="5 6" className="fill-none stroke-edge" />)}
    </svg>
  );
}

export function cairnName(done: number, confirmed: number): string {
  if (done === 0 && confirmed === 0) return "A cairn that has no stones yet";
  return `A cairn: ${done} done by your own account, ${confirmed} confirmed by a mentor`;
}
