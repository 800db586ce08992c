import { NoteMarks } from "#components/guide/note-marks.tsx";
import type { Reading } from "#components/guide/reading.ts";
import { formatDate } from "#lib/guide/figure.ts";
import type { NoteMark } from "#lib/guide/prose.ts";

/** What takes place when and where, by date. */
export function EventList({ entries, reading }: { entries: { id: string; notes: NoteMark[] }[]; reading: Reading }) {
  return (
    <ul className="my-6 border-t border-line font-sans text-note">
      {entries.map(({ id, notes }) => {
        const event = reading.book.events.find((each) => each.id === id);
        if (!event) return null;
        const { name, url, held, alsoIn = [], note } = event;
        return (
          <li key={id} className="grid gap-x-6 has-data-past:text-muted gap-y-0.5 border-b border-line py-2.5 sm:grid-cols-[15rem_minmax(0,1fr)]">
            <p className="text-muted tabular-nums">
              {held ? <><time dateTime={held.start}>{dates(held)}</time><span data-ends={lastDay(held, alsoIn)} className="whitespace-nowrap" /></> : "Dates not found when this was checked"}
            </p>
            <div>
              <p>
                <strong className="font-strong"><a href={url} rel="noreferrer">{name}</a></strong>
                {held ? `, ${held.place}` : ""}
                <NoteMarks marks={notes} reading={reading} />
              </p>
              {alsoIn.length > 0 ? <p className="text-muted">Also in {alsoIn.map((each) => `${each.place} (${dates(each)})`).join(" and ")}.</p> : null}
              {note ? <p className="text-muted">{note}</p> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

type Stay = { start: string; end?: string | undefined };

/** What takes place in several cities is over when the last of them is. */
export function lastDay(held: Stay, alsoIn: readonly Stay[]): string {
  return [held, ...alsoIn].map(({ start, end }) => end ?? start).reduce((latest, end) => (end > latest ? end : latest));
}

/** "6 to 12 December 2026", "30 April to 2 May 2027", "August 2027". */
export function dates({ start, end }: Stay): string {
  if (end === undefined || end === start) return formatDate(start);
  const [first, last] = [formatDate(start).split(" "), formatDate(end).split(" ")];
  for (let part = last.length - 1; first.length > 1 && first.at(-1) === last[part]; part -= 1) first.pop();
  return `${first.join(" ")} to ${last.join(" ")}`;
}
