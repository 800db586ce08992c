import type { ReactNode } from "react";
import { SignedInFrame } from "#components/shell/signed-in-frame.tsx";

export default function MentorLayout({ children }: { children: ReactNode }) {
  return <SignedInFrame>{children}</SignedInFrame>;
}
