import Link from "next/link";

/** Three stones and the name. */
export function Mark() {
  return (
    <Link href="/" prefetch={false} className="flex items-center gap-2.5 rounded-control font-serif text-[1.3125rem] leading-none font-strong tracking-[-0.01em]">
      <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" fill="currentColor">
        <ellipse cx="13" cy="21" rx="11" ry="4" />
        <ellipse cx="14" cy="13.2" rx="7.6" ry="3.3" opacity="0.78" />
        <ellipse cx="12.4" cy="6.6" rx="4.6" ry="2.7" opacity="0.56" />
      </svg>
      Cairn
    </Link>
  );
}
