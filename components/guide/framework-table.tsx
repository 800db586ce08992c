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
      <span key="name" className="font-strong">{name}</span>,
      <span key="role" className="block min-w-40">{role}{note ? <span className="block text-muted">{note}</span> : null}</span>,
      version ? <span key="version" className="whitespace-nowrap">{version.number}</span> : "not seen",
      version ? <span key="seen" className="whitespace-nowrap">{formatDate(version.seen)}</span> : "not seen",
      licence ?? "not known",
      governance ? <span key="governance" className="block min-w-36">{governance}</span> : "not known",
      <NoteMarks key="source" marks={notes} reading={reading} />,
    ]];
  });
  return <WideTable label="Frameworks" head={["Framework", "For", "Version", "Seen on", "Licence", "In the care of", "Source"]} rows={rows} />;
}
