import { NoteMarks } from "#components/guide/note-marks.tsx";
import type { Reading } from "#components/guide/reading.ts";
import { WideTable } from "#components/ui/wide-table.tsx";
import { formatDate } from "#lib/guide/figure.ts";
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
  const { vendor, name, code, url, dollars, validYears, format, note, namedIn2023 } = found;
  return [
    <span key="name" className="block min-w-44">
      <a href={url} rel="noreferrer">{name}</a>
      <span className="block text-muted">{[vendor, code].filter(Boolean).join(", ")}{namedIn2023 ? ". Recommended in 2023" : ""}</span>
    </span>,
    <span key="now" className="block min-w-52">
      <strong className={found.status === "active" ? "font-strong text-lichen" : "font-strong"}>{statusWords(found)}</strong>
      {successor(found, reading)}
      <NoteMarks marks={notes} reading={reading} />
      {note ? <span className="block text-muted">{note}</span> : null}
    </span>,
    <span key="exam" className="block min-w-40">
      {hasEnded(found) ? endedTerms(found) : [price(dollars), validity(validYears)].join(", ")}
      <NoteMarks marks={terms} reading={reading} />
      {format ? <span className="block text-muted">{format}</span> : null}
    </span>,
  ];
}

/** "Retired on 30 June 2026": in words, since a colour alone says nothing. */
export function statusWords({ status, since }: Pick<CertificationContent, "status" | "since">): string {
  const day = since ? formatDate(since) : null;
  if (status === "active") return day ? `Active since ${day}` : "Active";
  if (status === "beta") return day ? `In beta since ${day}, when last seen` : "In beta when last seen";
  const word = status === "closed" ? "Closed" : "Retired";
  return day ? `${word} on ${day}` : word;
}

function hasEnded({ status }: Pick<CertificationContent, "status">): boolean {
  return status === "retired" || status === "closed";
}

/** What is over has no price any more, only the one that it had. */
function endedTerms({ dollars, validYears }: CertificationContent): string {
  const terms = [dollars === undefined ? null : `it cost ${price(dollars)}`, validYears === undefined ? null : `was ${validity(validYears)}`];
  return ["No longer offered", terms.filter(Boolean).join(" and ")].filter(Boolean).join("; ");
}

function price(dollars: number | undefined): string {
  if (dollars === undefined) return "Price not known";
  return dollars === 0 ? "Free" : `$${dollars}`;
}

function validity(years: number | undefined): string {
  if (years === undefined) return "validity not known";
  return years === 1 ? "valid for 1 year" : `valid for ${years} years`;
}

function successor({ status, replacedBy }: CertificationContent, { book }: Reading): string {
  if (!hasEnded({ status })) return "";
  const next = book.certifications.find(({ id }) => id === replacedBy);
  return next ? `. Replaced by ${next.code ?? next.name}.` : ". Replaced by nothing.";
}
