import { NoteMarks } from "#components/guide/note-marks.tsx";
import type { Reading } from "#components/guide/reading.ts";
import { WideTable } from "#components/ui/wide-table.tsx";
import { formatDate } from "#lib/guide/figure.ts";
import type { NoteMark } from "#lib/guide/prose.ts";

/** Frameworks with the newest version that was seen, and when. */
export function FrameworkTable({ entries, reading }: { entries: { id: string; notes: NoteMark[] }[]; reading: Reading }) {
  const rows = entries.flatMap(({ id, notes }) => {
    const found = reading.book.frameworks.find((each) => each.id === id);
    if (!found) return [];
    const { name, role, version, licence, governance, note } = found;
    return [[
      <span key="name">
        <strong className="font-strong">{name}</strong>
        <NoteMarks marks={notes} reading={reading} />
      </span>,
      <span key="role" className="block min-w-52">
        {role}
        {governance ? <span className="block text-muted">Governed by {governance}.</span> : null}
        {note ? <span className="block text-muted">{note}</span> : null}
      </span>,
      version ? <span key="version" className="block min-w-28">{version.number}<span className="block text-muted">{formatDate(version.seen)}</span></span> : "none seen",
      <span key="licence" className="block whitespace-nowrap">{licence ?? "not known"}</span>,
    ]];
  });
  return <WideTable label="Frameworks" head={["Framework", "For", "Version seen", "Licence"]} rows={rows} />;
}
