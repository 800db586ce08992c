import { stack } from "#components/roadmap/stones.ts";
import { classes } from "#components/ui/classes.ts";

export type PathStep = { id: string; number: number; name: string; items: number; hours: { low: number; high: number } };

/** How far along a step's cairn is: its first stones are confirmed, the next ones done, and the rest lie ahead. */
type Standing = { confirmed: number; done: number };

/** The drawing shows someone who is on the third step: the first two confirmed, the third half built. */
function standingOf(step: PathStep): Standing {
  if (step.number < 3) return { confirmed: step.items, done: step.items };
  return step.number === 3 ? { confirmed: 3, done: 5 } : { confirmed: 0, done: 0 };
}

const column = 200;
const scale = 0.7;

/** The height of the ground at a place, in the units of the wide drawing: level where a cairn stands, rising in between. */
function groundAt(x: number): number {
  const along = x / column - 0.5;
  const step = Math.floor(along);
  const between = Math.min(1, Math.max(0, (along - step - 0.3) / 0.4));
  return 366 - 31 * (step + between * between * (3 - 2 * between)) - 3 * Math.sin(x / 37);
}

function line(height: (x: number) => number): string {
  const points = Array.from({ length: 61 }, (_, i) => `${i * 20} ${height(i * 20).toFixed(1)}`);
  return `M${points.join("L")}`;
}

/** The six steps as cairns beside a rising path: across the page on a wide screen, down it on a narrow one. */
export function PathPicture({ steps }: { steps: PathStep[] }) {
  return (
    <figure>
      <svg viewBox="0 0 1200 410" className="w-full max-lg:hidden" aria-hidden="true" fill="none">
        <path d={line((x) => groundAt(x) - 86 - 38 * Math.sin(x / 260 + 2.1))} className="stroke-line" />
        <path d={line((x) => groundAt(x) - 40 - 24 * Math.sin(x / 210 + 0.4))} className="stroke-line" />
        <path d={line((x) => groundAt(x) + 24 + 5 * Math.sin(x / 170))} className="stroke-line-strong" strokeWidth="2.5" strokeDasharray="1 9" strokeLinecap="round" />
        <path d={line(groundAt)} className="stroke-line-strong" strokeWidth="1.6" />
        {steps.map((step, index) => {
          const x = column * (index + 0.5);
          const place = `translate(${x - 130 * scale} ${(groundAt(x) - 287 * scale).toFixed(1)}) scale(${scale})`;
          return (
            <g key={step.id} transform={place}>
              <Stones items={step.items} standing={standingOf(step)} />
            </g>
          );
        })}
      </svg>
      <ol className="grid gap-y-1 lg:mt-3 lg:grid-cols-6">
        {steps.map((step, index) => (
          <PathStop key={step.id} step={step} last={index === steps.length - 1} />
        ))}
      </ol>
      <figcaption className="mt-6 max-w-[62ch] text-note text-muted lg:mx-auto lg:mt-9 lg:text-center lg:text-balance">
        The path as someone sees it who is on the third step. Each stone is an item: filled ones were confirmed by a mentor, outlined ones
        are done by their own account, faint ones lie ahead.
      </figcaption>
    </figure>
  );
}

function PathStop({ step, last }: { step: PathStep; last: boolean }) {
  return (
    <li className="relative grid grid-cols-[6.5rem_minmax(0,1fr)] items-end gap-x-5 max-lg:min-h-24 lg:block lg:px-1 lg:text-center">
      <svg viewBox="20 124 220 172" className="w-full lg:hidden" aria-hidden="true" fill="none">
        <path d="M24 288.8h212" className="stroke-line-strong" strokeWidth="2" strokeLinecap="round" />
        <Stones items={step.items} standing={standingOf(step)} />
      </svg>
      <div className={classes("py-2 max-lg:pb-3", !last && "max-lg:border-b max-lg:border-line")}>
        <p className="font-serif text-heading leading-tight font-medium text-balance lg:text-[1.25rem] xl:text-heading">
          <span className="text-muted">{step.number}</span>
          {`\u00a0${step.name}`}
        </p>
        <p className="mt-1 text-label text-muted">
          <span className="lg:block">{`${step.items} items, `}</span>
          {count(step.hours.low)} to {count(step.hours.high)} hours
        </p>
      </div>
    </li>
  );
}

function count(number: number): string {
  return number.toLocaleString("en");
}

function Stones({ items, standing }: { items: number; standing: Standing }) {
  return stack(items).map((stone, index) => (
    <path
      key={stone.path}
      d={stone.path}
      strokeWidth="2.2"
      className={classes(
        index < standing.confirmed && "fill-lichen stroke-paper",
        index >= standing.confirmed && index < standing.done && "fill-paper stroke-ink",
        index >= standing.done && "fill-paper stroke-line-strong",
      )}
    />
  ));
}
