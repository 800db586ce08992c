import Link from "next/link";

const places = [
  { href: "/admin/reviews", label: "Reviews" }, { href: "/admin/people", label: "People" }, { href: "/admin/reports", label: "Reports" },
  { href: "/admin/outbox", label: "Outbox" },
] as const;

/** The ways between the pages for admins. */
export function AdminPlaces({ at }: { at: (typeof places)[number]["href"] }) {
  return (
    <nav aria-label="Admin" className="mb-4">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {places.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} prefetch={false} aria-current={href === at ? "page" : undefined} className="inline-flex min-h-9 items-center text-muted hover:text-ink hover:underline aria-[current]:font-strong aria-[current]:text-ink pointer-coarse:min-h-11">{label}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
