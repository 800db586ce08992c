import { formatAmount, formatDate } from "#lib/guide/figure.ts";
import type { CertificationContent } from "#lib/guide/schema.ts";

type Sourced = Pick<CertificationContent, "source" | "statusSource" | "priceSource" | "validitySource" | "dollars" | "validYears">;

/** Who says what a certificate is now, the one that says most of it first. */
export function statusSources({ source, statusSource }: Sourced): string[] {
  return statusSource === undefined ? [source] : [source, statusSource];
}

/** Who says what it costs and how long it is valid, each once; nobody where neither is known. */
export function termsSources({ source, priceSource = source, validitySource = source, dollars, validYears }: Sourced): string[] {
  return [...new Set([...(dollars === undefined ? [] : [priceSource]), ...(validYears === undefined ? [] : [validitySource])])];
}

/** Whose it is, by which code, and what is remarked of it. */
export function describeVendor({ vendor, code, remark }: CertificationContent): string {
  return `${[vendor, code].filter(Boolean).join(", ")}${remark ? `. ${remark}` : ""}`;
}

/** What it is now, "Retired on 30 June 2026", "Closed in 2024", and for what has ended what came after it: ". Replaced by AI-103." `all` holds the successors. */
export function describeStatus(found: CertificationContent, all: readonly CertificationContent[]): { status: string; successor: string } {
  const next = all.find(({ id }) => id === found.replacedBy);
  return { status: statusWords(found), successor: hasEnded(found) ? `. Replaced by ${next ? (next.code ?? next.name) : "nothing"}.` : "" };
}

function statusWords({ status, since }: CertificationContent): string {
  const day = since ? formatDate(since) : null;
  if (status === "active") return day ? `Active since ${day}` : "Active";
  if (status === "beta") return day ? `In beta since ${day}, when last seen` : "In beta when last seen";
  const word = status === "closed" ? "Closed" : "Retired";
  return day ? `${word} ${since?.length === "2026-06-30".length ? "on" : "in"} ${day}` : word;
}

/** What the exam costs and how long it counts. What is over has no price any more, only the one that it had. */
export function describeTerms({ status, dollars, validYears }: CertificationContent): string {
  if (!hasEnded({ status })) return `${price(dollars)}, ${validity(validYears)}`;
  const terms = [dollars === undefined ? null : `it cost ${price(dollars)}`, validYears === undefined ? null : `was ${validity(validYears)}`];
  return ["No longer offered", terms.filter(Boolean).join(" and ")].filter(Boolean).join("; ");
}

function hasEnded({ status }: Pick<CertificationContent, "status">): boolean {
  return status === "retired" || status === "closed";
}

function price(dollars: number | undefined): string {
  if (dollars === undefined) return "Price not known";
  return dollars === 0 ? "Free" : formatAmount(dollars, "USD");
}

function validity(years: number | undefined): string {
  if (years === undefined) return "validity not known";
  return years === 1 ? "valid for 1 year" : `valid for ${years} years`;
}
