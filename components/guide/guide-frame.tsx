import type { ReactNode } from "react";
import { Contents } from "#components/guide/contents.tsx";
import { CopyLinks } from "#components/guide/copy-links.tsx";
import { Notes } from "#components/guide/notes.tsx";
import { PastMarks } from "#components/guide/past-marks.tsx";
import type { Reading } from "#components/guide/reading.ts";

/** A page of the guide: the contents beside the text. The right-hand column of wide screens is left free for the notes that float into it. */
export function GuideFrame({ reading, children }: { reading: Reading; children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-[82rem] gap-x-14 px-4 pt-8 pb-20 sm:px-8 lg:grid lg:grid-cols-[13.75rem_minmax(0,40.5rem)] lg:pt-12 xl:grid-cols-[13.75rem_minmax(0,40.5rem)_15.25rem] print:block print:p-0">
      <a href="#guide_text" className="skip-link">Skip to the text</a>
      <Contents reading={reading} />
      <article id="guide_text" tabIndex={-1} className="focus:outline-none [&>:nth-child(n+9)]:later mx-auto w-full max-w-[40.5rem] min-w-0 lg:mx-0 print:max-w-none font-serif text-prose font-optical-auto print:text-[10.5pt]">{children}</article>
      <CopyLinks />
      <Notes />
      <PastMarks />
    </div>
  );
}
