"use client";

import { Blank } from "#components/shell/blank.tsx";
import { buttonClasses } from "#components/ui/button-classes.ts";
import "./globals.css";

/** The last resort, when the root layout itself failed: a whole document of its own. The system decides its theme and its letters: every page carries this, and it should weigh little. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Something failed · Cairn</title>
      </head>
      <body>
        <main id="main" className="flex grow flex-col">
          <Blank title="Cairn could not be shown">
            <p>Something failed on our side. What you had saved is safe.</p>
            <button type="button" className={buttonClasses("primary")} onClick={() => retry()}>
              Try again
            </button>
          </Blank>
        </main>
      </body>
    </html>
  );
}
