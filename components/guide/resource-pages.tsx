import { readElsewhere } from "#lib/guide/resource.ts";
import type { ResourceContent } from "#lib/guide/schema.ts";

/** The resources whose facts were read on another site than their own, each with the page and its dates. */
export function ResourcePages({ resources }: { resources: readonly ResourceContent[] }) {
  return (
    <ul className="mt-6 border-t border-line font-sans text-note">
      {readElsewhere(resources).map(({ name, host, url, dates }) => (
        <li key={name} className="border-b border-line py-2 wrap-anywhere">
          {name}: <a href={url} rel="noreferrer">{host}</a><span className="text-muted">, {dates}</span>
        </li>
      ))}
    </ul>
  );
}
