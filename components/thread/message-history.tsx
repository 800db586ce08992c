"use client";

import { useQuery } from "@tanstack/react-query";
import { MessageBody } from "#components/thread/message-body.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { threadQueries } from "#lib/thread/queries.ts";

/** What a message said before it was changed. */
export function MessageHistory({ messageId, open, onClose }: { messageId: string; open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onOpenChange={(next) => { if (!next) onClose(); }} title="What it said" description="The newest words first.">
      {open ? <Versions messageId={messageId} /> : null}
    </Dialog>
  );
}

function Versions({ messageId }: { messageId: string }) {
  const { data, isError } = useQuery({ ...threadQueries.history(messageId), retry: false });
  if (isError) return <p className="text-muted">This message is not shown to you any more.</p>;
  if (!data) return <Skeleton className="h-16" />;
  return (
    <ol reversed className="grid gap-4">
      {data.versions.toReversed().map(({ text, at }, index) => (
        <li key={data.versions.length - index} className="border-t border-line pt-3 first:border-0 first:pt-0">
          <p className="mb-1 text-label text-muted">{index === 0 ? "Now, since " : "Written "}<RelativeTime at={at} /></p>
          <MessageBody text={text} />
        </li>
      ))}
    </ol>
  );
}
