"use client";

import { lazy, Suspense } from "react";

const SignOut = lazy(async () => ({ default: (await import("#components/account/sign-out.tsx")).SignOut }));

/** For pages that are the same for everyone: most who read them have nothing to sign out of, and need not load how. */
export function SignOutLater() {
  return (
    <Suspense fallback={null}>
      <SignOut />
    </Suspense>
  );
}
