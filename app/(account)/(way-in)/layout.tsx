import type { ReactNode } from "react";
import { SignOut } from "#components/account/sign-out.tsx";
import { Frame } from "#components/shell/frame.tsx";
import { PublicHeader } from "#components/shell/public-header.tsx";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <Frame header={<PublicHeader signOut={<SignOut />} />}>{children}</Frame>;
}
