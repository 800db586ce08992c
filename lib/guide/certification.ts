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
