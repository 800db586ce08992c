/**
 * A heading's own address. It is a plain link; copy-links.tsx, once on a page, also copies the address and says so.
 * The word that appears stands outside the flow, so nothing moves.
 */
export function CopyLink({ anchor }: { anchor: string }) {
  return (
    <a
      href={`#${anchor}`}
      data-copy-link=""
      aria-label="Link to this heading"
      className="relative ml-2 inline-block px-1 font-sans text-[0.8em] text-muted no-underline opacity-0 group-hover:opacity-100 hover:text-lichen focus:opacity-100 data-copied:text-lichen data-copied:opacity-100 data-copied:after:absolute data-copied:after:top-full data-copied:after:left-0 data-copied:after:rounded-control data-copied:after:bg-ink data-copied:after:px-2 data-copied:after:py-1 data-copied:after:text-label data-copied:after:whitespace-nowrap data-copied:after:text-paper data-copied:after:content-['Link_copied'] max-lg:opacity-85 print:hidden"
    >
      #
    </a>
  );
}
