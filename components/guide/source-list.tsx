import { anchorHref, type Reading } from "#components/guide/reading.ts";
import type { BookSource } from "#lib/guide/book.ts";

/** Every source that the guide uses: what rests on it, where, when it was looked at, and the copy that was read where it stood elsewhere. */
export function SourceList({ reading }: { reading: Reading }) {
  return (
    <ol className="[&>:nth-child(n+9)]:later mt-6 border-t border-line font-sans text-note">
      {reading.book.sources.map((source) => (
        <li key={source.id} id={`source-${source.id}`} className="grid gap-x-5 gap-y-1 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_10.5rem]">
          <div>
            <p className="font-strong">{source.label}</p>
            <p className="text-muted">
              {source.dates}.{source.licence ? ` Licence ${source.licence}.` : ""}
              {source.caution ? ` ${source.caution}` : ""}{source.note ? ` ${source.note}` : ""}
            </p>
            <Pages pages={source.pages} />
            <Supports supports={source.supports} />
          </div>
          <UsedIn source={source} reading={reading} />
        </li>
      ))}
    </ol>
  );
}

function Pages({ pages }: Pick<BookSource, "pages">) {
  return (
    <ul>
      {pages.map(({ url, copy }) => (
        <li key={url} className="wrap-anywhere">
          <a href={url} rel="noreferrer">
            {url.replace(/^https?:\/\/(www\.)?/, "")}
          </a>
          {copy && (
            <span className="text-muted">
              , read at{" "}
              <a href={copy} rel="noreferrer">
                {new URL(copy).hostname}
              </a>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Supports({ supports }: Pick<BookSource, "supports">) {
  if (supports.length === 0) return null;
  return (
    <ul className="mt-1.5 border-l border-line pl-3 text-muted">
      {supports.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

function UsedIn({ source, reading }: { source: BookSource; reading: Reading }) {
  return (
    <p className="text-muted sm:text-right">
      {"Used in "}
      {reading.book.chapters
        .filter(({ id }) => source.usedIn.includes(id))
        .map(({ id, title }, index) => (
          <span key={id}>
            {index > 0 && ", "}
            <a href={anchorHref(reading, id)}>{title}</a>
          </span>
        ))}
    </p>
  );
}
