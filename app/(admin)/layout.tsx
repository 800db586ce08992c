import type { ReactNode } from "react";
import LearnerLayout from "#app/(learner)/layout.tsx";

/** The frame of everyone who is signed in. It allows nothing: that is the doors' to decide. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return <LearnerLayout>{children}</LearnerLayout>;
}
