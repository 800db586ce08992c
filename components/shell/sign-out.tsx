"use client";

import { useState } from "react";
import { forgetAccount } from "#components/shell/known-account.ts";
import { signOut } from "#components/account/session-requests.ts";
import { Button } from "#components/ui/button.tsx";

/** Ends the session, and leaves with a full load of the page: nothing that was on screen or in memory stays. */
export function SignOut({ className }: { className?: string }) {
  const [standing, setStanding] = useState<"idle" | "busy" | "failed">("idle");
  async function leave() {
    setStanding("busy");
    if (!(await signOut())) return setStanding("failed");
    forgetAccount();
    location.assign("/");
  }
  return (
    <div className={className}>
      <Button size="small" busy={standing === "busy"} onClick={leave}>
        Sign out
      </Button>
      <p role="status" className="text-note text-danger">
        {standing === "failed" ? "You are still signed in: the server could not be reached. Try again." : null}
      </p>
    </div>
  );
}
