import type { ReactNode } from "react";

export type Passage = { term: string; text: string };

/** The first page, set like that of a book: the title, what it holds, a picture, and how it goes on. */
export function TitlePage({ title, lede, ways, picture, passages }: { title: string; lede: string; ways: ReactNode; picture: ReactNode; passages: Passage[] }) {
  return (
    <div className="mx-auto w-full max-w-[75rem] px-4 pt-12 pb-20 sm:px-8 lg:pt-20">
      <div className="relative grid items-end gap-x-16 gap-y-6 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <h1 className="max-w-[17ch] font-serif text-[clamp(2.625rem,1.6rem+4.6vw,5rem)] leading-[1.02] font-book tracking-[-0.022em] text-balance">
          {title}
        </h1>
        <p className="border-l border-line-strong pl-4 font-serif text-[1.0625rem]/[1.5] text-muted max-lg:order-last max-lg:mt-4 lg:mb-3">
          <dfn className="text-ink">cairn</dfn>, <i>noun.</i> A stack of stones that those who went before leave beside a path.
        </p>
        <p className="max-w-[46ch] font-serif text-lede text-pretty text-muted lg:col-span-2">{lede}</p>
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-3 lg:col-span-2">
          {ways}
          <p className="text-note text-muted sm:ml-2">Reading needs no account.</p>
        </div>
      </div>
      <div className="mt-14 lg:-mt-24">{picture}</div>
      <dl className="mx-auto mt-20 max-w-[52rem] border-t border-line">
        {passages.map(({ term, text }) => (
          <div key={term} className="grid gap-x-8 gap-y-1 border-b border-line py-5 sm:grid-cols-[9rem_minmax(0,1fr)] sm:py-6">
            <dt className="font-serif text-[1.625rem]/[1.25] font-medium">{term}</dt>
            <dd className="font-serif text-[1.1875rem]/[1.55] text-pretty">{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
