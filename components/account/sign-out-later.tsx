"use client";

import { lazy, Suspense, type ComponentType } from "react";

// Where it cannot be fetched, the page is read without it.
const SignOut = lazy<ComponentType>(() => import("#components/account/sign-out.tsx").then(
  ({ SignOut: button }) => ({ default: button }), () => ({ default: () => null })));

/** For pages that are the same for everyone: most who read them have nothing to sign out of, and need not load how. */
export function SignOutLater() {
  return (
    <Suspense fallback={null}>
      <SignOut />
    </Suspense>
  );
}
