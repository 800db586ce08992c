"use client";

import { useState } from "react";
import { signOut } from "#components/account/session-requests.ts";
import { Button } from "#components/ui/button.tsx";

/** Ends the session, and leaves with a full load of the page: nothing of the person stays on screen or in the tab. */
export function SignOut() {
  const [standing, setStanding] = useState<"idle" | "busy" | "failed">("idle");
  async function leave() {
    setStanding("busy");
    if (!(await signOut())) return setStanding("failed");
    sessionStorage.clear();
    location.assign("/");
  }
  return (
    <div>
      <Button size="small" busy={standing === "busy"} onClick={() => void leave()}>
        Sign out
      </Button>
      <p role="status" className="text-note text-danger">
        {standing === "failed" ? "You are still signed in: the server did not answer. Please try again." : null}
      </p>
    </div>
  );
}
