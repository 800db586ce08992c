import { Blank } from "#components/shell/blank.tsx";
import { buttonClasses } from "#components/ui/button-classes.ts";

export type PageErrorProps = { error: unknown; retry: () => void };

/** What stands in the place of a page of ours that failed. The server's log has the rest, under the reference. */
export function PageError({ error, retry }: PageErrorProps) {
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <Blank title="This page could not be shown">
      <p>
        Something failed on our side. What you had saved is safe.
        {reference ? ` If it happens again, tell whoever runs this portal: reference ${reference}.` : null}
      </p>
      <button type="button" className={buttonClasses("primary")} onClick={() => retry()}>
        Try again
      </button>
      {/* A full load, not the router's link: whatever failed here is left behind with the page. */}
      <a href="/" className={buttonClasses()}>
        Go to the start
      </a>
    </Blank>
  );
}
