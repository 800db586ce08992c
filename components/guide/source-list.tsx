import type { BookSource } from "#lib/guide/book.ts";

/** Every source that the guide uses, with its pages, the copy that was read where it stood elsewhere, and the notes that rest on it. */
export function SourceList({ sources }: { sources: readonly BookSource[] }) {
  return (
    <ol className="mt-6 border-t border-line font-sans text-note">
      {sources.map((source) => (
        <li key={source.id} id={`source-${source.id}`} className="grid gap-x-5 gap-y-1 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_9.5rem]">
          <div>
            <p className="font-strong">{source.label}</p>
            <p className="text-muted">
              {source.dates}.{source.licence ? ` Licence ${source.licence}.` : ""}
              {source.note ? ` ${source.note}` : ""}
            </p>
            <ul>
              {source.pages.map(({ url, copy }) => (
                <li key={url} className="wrap-anywhere">
                  <a href={url} rel="noreferrer">
                    {url.replace(/^https?:\/\/(www\.)?/, "")}
                  </a>
                  {copy && (
                    <span className="text-muted">
                      , read in a copy at{" "}
                      <a href={copy} rel="noreferrer">
                        {new URL(copy).hostname}
                      </a>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </div>
          <p className="text-muted sm:text-right">
            {source.notes.length === 1 ? "Note" : "Notes"} {source.notes.join(", ")}
          </p>
        </li>
      ))}
    </ol>
  );
}
