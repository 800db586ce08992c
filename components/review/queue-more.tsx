import { Button } from "#components/ui/button.tsx";

/** The way to the next page; how much is shown is read out when it has come. */
export function QueueMore({ shown, more, busy, onMore }: { shown: number; more: boolean; busy: boolean; onMore: () => void }) {
  return (
    <div className="mt-5 flex flex-wrap items-center gap-4">
      {more ? (
        <Button busy={busy} onClick={onMore}>
          More
        </Button>
      ) : null}
      <p role="status" className="text-label text-muted">
        {shown === 0 ? null : more ? `The first ${shown} are shown.` : shown === 1 ? "One review waits." : `All ${shown} that wait are shown.`}
      </p>
    </div>
  );
}
