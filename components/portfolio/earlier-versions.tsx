import { EvidenceLink } from "#components/portfolio/evidence-link.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { VersionDto } from "#lib/portfolio/schema.ts";

/** What an evidence said before; never changed, since verdicts refer to it. */
export function EarlierVersions({ versions }: { versions: readonly VersionDto[] }) {
  if (versions.length === 0) return null;
  return (
    <Disclosure summary={<span className="font-normal">Earlier versions ({versions.length})</span>} className="mt-4">
      <ol className="grid gap-3">
        {versions.map((version) => (
          <li key={version.versionId} className="border-l-2 border-line pl-3">
            <p className="text-label text-muted">Version {version.number}, <RelativeTime at={version.createdAt} /></p>
            <p dir="auto" className="font-strong wrap-anywhere">{version.title}</p>
            <EvidenceLink url={version.url} />
            <p dir="auto" className="mt-1 wrap-anywhere whitespace-pre-wrap">{version.shows}</p>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
