import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AccountForm } from "#components/account/account-form.tsx";
import { SignInForm } from "#components/account/sign-in-form.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { returnPath } from "#lib/account/return-path.ts";
import { me } from "#lib/account/views.ts";

export const metadata: Metadata = {
  title: "Sign in",
  description: "Sign in to work through a roadmap, show evidence and have it reviewed.",
  alternates: { canonical: "/sign-in" },
};

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = returnPath((await searchParams).next);
  const { account } = await loadView(me, {}, { path: "/sign-in" });
  if (account) redirect(next);
  return (
    <AccountForm
      title="Sign in"
      lede="Your roadmap, your evidence and your reviews are kept with your account."
      other={
        <>
          No account yet? <Link href={`/sign-up?next=${encodeURIComponent(next)}`}>Sign up</Link>. It takes an email and a password. The <Link href="/guide">guide</Link> and its roadmap can be read, and ticked, without one.
        </>
      }
    >
      <SignInForm next={next} />
    </AccountForm>
  );
}
