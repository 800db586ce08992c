import type { ComponentProps, ReactNode } from "react";
import { StaticPart } from "#components/ui/static-part.tsx";

type DisclosureProps = Omit<ComponentProps<"details">, "summary"> & {
  summary: ReactNode;
  /** The name of its inside as a `StaticPart`, where it is one. */
  staticName?: string;
};

/** Native details: opens without JavaScript, and the browser's page search finds what is inside. */
export function Disclosure({ summary, children, className, staticName, ...rest }: DisclosureProps) {
  const inset = "pt-2 pl-5.5";
  return (
    <details className={className} {...rest}>
      <summary className="fold">{summary}</summary>
      {staticName === undefined ? <div className={inset}>{children}</div> : <StaticPart name={staticName} className={inset}>{children}</StaticPart>}
    </details>
  );
}
