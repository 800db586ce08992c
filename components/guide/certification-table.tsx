import { NoteMarks } from "#components/guide/note-marks.tsx";
import type { Reading } from "#components/guide/reading.ts";
import { WideTable } from "#components/ui/wide-table.tsx";
import { describeStatus, describeTerms, describeVendor } from "#lib/guide/certification.ts";
import type { ListedEntry } from "#lib/guide/prose.ts";
import type { CertificationContent } from "#lib/guide/schema.ts";

/** Each certificate with what it is today. */
export function CertificationTable({ entries, reading }: { entries: ListedEntry[]; reading: Reading }) {
  const rows = entries.flatMap((entry) => {
    const found = reading.book.certifications.find((each) => each.id === entry.id);
    return found ? [row(found, entry, reading)] : [];
  });
  return <WideTable label="Certificates" head={["Certificate", "What it is now", "The exam"]} rows={rows} />;
}

function row(found: CertificationContent, { notes, terms }: ListedEntry, reading: Reading) {
  const { name, url, format, note } = found;
  const { status, successor } = describeStatus(found, reading.book.certifications);
  return [
    <span key="name" className="block min-w-44">
      <a href={url} rel="noreferrer">{name}</a>
      <span className="block text-muted">{describeVendor(found)}</span>
    </span>,
    <span key="now" className="block min-w-52">
      <strong className={found.status === "active" ? "font-strong text-lichen" : "font-strong"}>{status}</strong>
      {successor}
      <NoteMarks marks={notes} reading={reading} />
      {note ? <span className="block text-muted">{note}</span> : null}
    </span>,
    <span key="exam" className="block min-w-40">
      {describeTerms(found)}
      <NoteMarks marks={terms} reading={reading} />
      {format ? <span className="block text-muted">{format}</span> : null}
    </span>,
  ];
}
