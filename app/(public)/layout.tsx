import type { ReactNode } from "react";
import { SignOutLater } from "#components/account/sign-out-later.tsx";
import { Frame } from "#components/shell/frame.tsx";
import { PublicHeader } from "#components/shell/public-header.tsx";

/** The pages that anyone can read. They are static: nothing here may ask for the request. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return <Frame header={<PublicHeader signOut={<SignOutLater />} />}>{children}</Frame>;
}
