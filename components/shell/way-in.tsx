"use client";

import { useKnownAccount } from "#components/shell/known-account.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";

/** A visitor's way in is to sign up; a member is in already, and goes on to the roadmap. */
export function WayIn({ roadmap }: { roadmap: string }) {
  const account = useKnownAccount();
  return account ? <ButtonLink href={roadmap}>Go on with your roadmap</ButtonLink> : <ButtonLink href="/sign-up">Sign up</ButtonLink>;
}
