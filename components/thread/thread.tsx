"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useRef } from "react";
import { Composer } from "#components/thread/composer.tsx";
import { Message } from "#components/thread/message.tsx";
import { useReadMark } from "#components/thread/use-read-mark.ts";
import { Button } from "#components/ui/button.tsx";
import { readMore } from "#components/ui/read-more.ts";
import { Loading, Skeleton } from "#components/ui/skeleton.tsx";
import { threadMutations, threadQueries } from "#lib/thread/queries.ts";
import type { Subject, ThreadDto } from "#lib/thread/schema.ts";

/** What a learner and their mentors write to each other about a review, and a place to write. */
export function Thread({ kind, subjectId }: Subject) {
  const subject = { kind, subjectId };
  // What changes is told at once (components/shell/live-updates.tsx); this is for when that is not heard. What is refused once, such as
  // after the end of a hold, is not asked for again and again.
  const query = useInfiniteQuery({
    ...threadQueries.messages(subject), retry: false, refetchInterval: ({ state }) => (state.error ? false : 60_000),
  });
  const list = useRef<HTMLOListElement>(null);
  const titleId = useId();
  const pages = query.data?.pages ?? [];
  const [newest] = pages;
  useReadMark({ subject, newest, list });
  const messages = pages.toReversed().flatMap((page) => page.messages);
  return (
    <section aria-labelledby={titleId} className="mt-8">
      <h2 id={titleId} className="mb-2 flex flex-wrap items-baseline gap-x-3 font-strong">
        Messages
        {newest && newest.unread > 0 ? <span className="text-label text-signal-ink">{newest.unread} new</span> : null}
      </h2>
      {newest ? <Beginning thread={newest} isEmpty={messages.length === 0} /> : <Wait failed={query.isError} />}
      {query.hasNextPage ? <Button size="small" variant="quiet" busy={query.isFetchingNextPage} onClick={() => void readMore(query)}>Earlier messages</Button> : null}
      <ol ref={list} aria-label="Messages, oldest first" className="grid grid-cols-[minmax(0,1fr)]">
        {messages.map((message) => <Message key={message.messageId} message={message} receivedAt={message.secondsToEdit > 0 ? query.dataUpdatedAt : 0} />)}
      </ol>
      {newest ? <Write thread={newest} subject={subject} /> : null}
    </section>
  );
}

function Wait({ failed }: { failed: boolean }) {
  if (failed) return <p className="text-note text-muted">The messages could not be fetched. Please reload the page.</p>;
  return <Loading label="Loading messages" className="grid gap-2 py-3"><Skeleton className="h-4 w-40" /><Skeleton className="h-4 w-full" /></Loading>;
}

function Beginning({ thread, isEmpty }: { thread: ThreadDto; isEmpty: boolean }) {
  if (!isEmpty || thread.closed !== null) return null;
  const words = {
    learner: "Nothing written yet. Your mentor reads what you write here; it is for what does not belong in the evidence.",
    mentor: "Nothing written yet. What you write here the learner reads at once.",
    admin: "Nothing written yet.",
  };
  return <p className="text-note text-muted">{words[thread.as]}</p>;
}

function Write({ thread: { as, closed }, subject }: { thread: ThreadDto; subject: Subject }) {
  const client = useQueryClient();
  const write = useMutation(threadMutations.write());
  if (as === "admin") return <p className="mt-3 text-note text-muted">Admins read along. To step in, reassign or close the review.</p>;
  if (closed !== null) return <p className="mt-3 text-note text-muted">{closed}</p>;
  return (
    <div className="mt-4">
      <Composer
        name={`message.${subject.subjectId}`}
        label={as === "learner" ? "Message to your mentor" : "Message to the learner"}
        hint="Markdown works. You can change it for 15 minutes."
        send="Send"
        onSend={async (text, idempotencyKey) => {
          try {
            await write.mutateAsync({ subject, text, idempotencyKey });
          } finally {
            await client.invalidateQueries({ queryKey: threadQueries.messages(subject).queryKey });
          }
        }}
      />
    </div>
  );
}
