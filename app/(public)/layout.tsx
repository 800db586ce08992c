import type { ReactNode } from "react";
import { SignOut } from "#components/account/sign-out.tsx";
import { Frame } from "#components/shell/frame.tsx";
import { PublicHeader } from "#components/shell/public-header.tsx";

/** The pages that anyone can read. They are static: nothing here may ask for the request. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return <Frame header={<PublicHeader signOut={<SignOut />} />}>{children}</Frame>;
}
