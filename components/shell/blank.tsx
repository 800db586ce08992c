import { Children, type ReactNode } from "react";

/** A page with nothing but a message: its first child says what happened, the others are the ways on. */
export function Blank({ title, children }: { title: string; children: ReactNode }) {
  const [message, ...ways] = Children.toArray(children);
  return (
    <div className="m-auto grid w-full max-w-[40rem] justify-items-center gap-5 px-5 py-20 text-center">
      <FallenCairn />
      <h1 className="font-serif text-title font-book text-balance">{title}</h1>
      <div className="max-w-[48ch] text-muted text-pretty">{message}</div>
      <div className="mt-2 flex flex-wrap justify-center gap-2.5">{ways}</div>
    </div>
  );
}

/** Stones that lie about, as where a marker once stood. */
function FallenCairn() {
  return (
    <svg viewBox="0 0 220 64" className="h-16 w-auto" aria-hidden="true" fill="none" strokeWidth="1.6">
      <path d="M6 57h208" className="stroke-line-strong" strokeLinecap="round" />
      <g className="fill-paper stroke-ink">
        <ellipse cx="96" cy="46" rx="36" ry="10.5" />
        <ellipse cx="104" cy="27.5" rx="23" ry="8.5" />
        <ellipse cx="157" cy="48.5" rx="17" ry="7.5" />
        <ellipse cx="39" cy="51" rx="10" ry="5.2" transform="rotate(-6 39 51)" />
      </g>
    </svg>
  );
}
