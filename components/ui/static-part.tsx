"use client";

import type { ReactNode } from "react";

/** What the document held, by name, to be put back should React make a part anew. */
const sent = new Map<string, readonly Node[]>();

type StaticPartProps = {
  /** Unlike that of any other static part of the page. */
  name: string;
  className?: string;
  children?: ReactNode;
  /** Said by `lib/ops/static-parts.ts` alone, where the page's data has no children: they stand in the document and stay as they are. */
  leftOut?: boolean;
};

/** A part of a page in which React has nothing to do in the browser: it may hold links, folds and whatever works without scripts, and no client component. */
export function StaticPart({ name, className, children, leftOut }: StaticPartProps) {
  if (!leftOut) return <div key="drawn" data-static-part={name} className={className}>{children}</div>;
  if (sent.size === 0) document.querySelectorAll<HTMLElement>("[data-static-part]").forEach((part) => sent.set(part.dataset.staticPart!, [...part.childNodes]));
  // Its one child is a text, which React does not compare with the document here.
  return <div key="kept" data-static-part={name} className={className} suppressHydrationWarning ref={(part) => { if (part && !part.firstChild) part.append(...sent.get(name) ?? []); }}>{""}</div>;
}
