"use client";

import { Blank } from "#components/shell/blank.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";

/** A page of ours failed. The server's log has the rest, under the reference. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <main id="main" tabIndex={-1} className="flex grow flex-col">
      <Blank title="This page could not be shown">
        <p>
          Something failed on our side. What you had saved is safe.
          {reference ? ` If it happens again, tell whoever runs this portal: reference ${reference}.` : null}
        </p>
        <Button variant="primary" onClick={() => retry()}>
          Try again
        </Button>
        <ButtonLink href="/">Go to the start</ButtonLink>
      </Blank>
    </main>
  );
}
