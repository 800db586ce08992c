import type { Metadata } from "next";
import Link from "next/link";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { listGuides } from "#lib/guide/guide.ts";

export const dynamic = "force-static";

export const metadata: Metadata = {
  title: "Guides",
  description: "Guides to a career path, each with a roadmap of things to be able to do.",
  alternates: { canonical: "/guide" },
};

export default function GuidesPage() {
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-12 sm:px-8">
      <PageHeading title="Guides" />
      <ul className="mt-8 border-t border-line">
        {listGuides().map((guide) => (
          <li key={guide.slug} className="border-b border-line py-6">
            <h2 className="font-serif text-heading font-medium">
              <Link href={`/guide/${guide.slug}`} className="underline decoration-edge underline-offset-4 hover:decoration-current">
                {guide.title}
              </Link>
            </h2>
            <p className="mt-2 text-item text-muted">{guide.description}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
