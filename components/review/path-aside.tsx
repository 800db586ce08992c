import { Cairn } from "#components/roadmap/cairn.tsx";
import { nextThing, type Standing } from "#components/review/next-thing.ts";
import { buttonClasses } from "#components/ui/button-classes.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { Path } from "#lib/guide/path.ts";
import type { Progress } from "#lib/roadmap/progress.ts";

interface AsideProps { path: Path; progress: Progress; standing: Standing }

/** The cairn with its two figures, which never overwrite each other, and what to do next. */
export function PathAside({ path, progress, standing }: AsideProps) {
  const next = nextThing(path, standing);
  return (
    <aside aria-label="Progress" className="max-lg:order-1">
      <div className="flex items-end gap-5 lg:block">
        <Cairn done={progress.done} confirmed={progress.confirmed} className="w-28 shrink-0 lg:w-58" />
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-3.5 gap-y-1.5 lg:mt-4.5 lg:mb-7">
          <dt className="order-2 text-muted">done by your own account{progress.counted > 0 ? `, of ${progress.counted}` : ""}</dt>
          <dd className="order-1 text-right font-serif text-[1.625rem] leading-none font-medium tabular-nums">{progress.done}</dd>
          <dt className="order-4 text-muted">confirmed by a mentor, of {progress.total}</dt>
          <dd className="order-3 text-right font-serif text-[1.625rem] leading-none font-medium tabular-nums">{progress.confirmed}</dd>
        </dl>
      </div>
      {next ? (
        <div className="mt-5 border-t border-line pt-4">
          <h2 className="text-label text-muted">Next</h2>
          <p className="mt-1 mb-3 text-item">{next.words}</p>
          {next.href.startsWith("#")
            // The browser's own link: the router's would change the address without telling the item (use-anchor).
            ? <a href={next.href} className={buttonClasses("primary")}>{next.label}</a>
            : <ButtonLink href={next.href} variant="primary">{next.label}</ButtonLink>}
        </div>
      ) : null}
    </aside>
  );
}
