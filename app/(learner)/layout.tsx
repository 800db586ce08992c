import type { ReactNode } from "react";
import { SignOut } from "#components/account/sign-out.tsx";
import { Bell } from "#components/notification/bell.tsx";
import { TurnCount } from "#components/review/turn-count.tsx";
import { SignedInFrame } from "#components/shell/signed-in-frame.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { me } from "#lib/account/views.ts";

/** Says who is signed in, and allows nothing: that is the doors' to decide. */
export default async function LearnerLayout({ children }: { children: ReactNode }) {
  const { account } = await loadView(me, {}, { path: "/" });
  return (
    <SignedInFrame account={account} signOut={<SignOut />} standing={<><TurnCount /><Bell /></>}>
      {children}
    </SignedInFrame>
  );
}
