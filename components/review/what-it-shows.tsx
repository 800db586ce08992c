import type { VersionDto } from "#lib/portfolio/schema.ts";
import { wordDiff } from "#lib/review/word-diff.ts";

/** What an evidence shows, in its owner's words; with a version to compare with, what changed since, and what the marks mean. */
export function WhatItShows({ version, previous }: { version: VersionDto; previous?: VersionDto | null }) {
  const prose = "max-w-[62ch] font-serif text-[1.125rem] leading-[1.58] wrap-anywhere whitespace-pre-wrap";
  if (!previous || previous.shows === version.shows) {
    return (
      <p dir="auto" className={prose}>
        {version.shows}
      </p>
    );
  }
  return (
    <>
      <p className="mb-2 text-label text-muted">
        Changes since version {previous.number} are marked: <ins className="bg-lichen-soft no-underline print:underline">added</ins>, <del>removed</del>.
      </p>
      <p dir="auto" className={prose}>
        {wordDiff(previous.shows, version.shows).map(({ kind, text }, index) => {
          if (kind === "keep") return <span key={index}>{text}</span>;
          return kind === "ins"
            ? <ins key={index} className="bg-lichen-soft no-underline print:underline">{text}</ins>
            : <del key={index} className="text-muted">{text}</del>;
        })}
      </p>
    </>
  );
}
