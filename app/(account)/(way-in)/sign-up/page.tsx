import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AccountForm } from "#components/account/account-form.tsx";
import { SignUpForm } from "#components/account/sign-up-form.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { returnPath } from "#lib/account/return-path.ts";
import { me } from "#lib/account/views.ts";

export const metadata: Metadata = {
  title: "Sign up",
  description: "Open an account to keep your progress, show evidence and have it reviewed by mentors.",
  alternates: { canonical: "/sign-up" },
};

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = returnPath((await searchParams).next);
  const { account } = await loadView(me, {}, { path: "/sign-up" });
  if (account) redirect(next);
  return (
    <AccountForm
      title="Sign up"
      lede="An account keeps your progress, and lets mentors review what you made. Evidence is private until you ask for a review."
      other={
        <>
          You have an account? <Link href={`/sign-in?next=${encodeURIComponent(next)}`}>Sign in</Link>.
        </>
      }
    >
      <SignUpForm next={next} />
    </AccountForm>
  );
}
