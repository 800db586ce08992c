"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { Composer } from "#components/thread/composer.tsx";
import { MessageBody } from "#components/thread/message-body.tsx";
import { Button } from "#components/ui/button.tsx";
import { readMore } from "#components/ui/read-more.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { threadMutations, threadQueries } from "#lib/thread/queries.ts";
import type { Subject } from "#lib/thread/schema.ts";

/** What mentors note for themselves and for whoever reviews this after them. The learner never sees it. */
export function Notes({ kind, subjectId, writable }: Subject & { writable: boolean }) {
  const subject = { kind, subjectId };
  const client = useQueryClient();
  const query = useInfiniteQuery({ ...threadQueries.notes(subject), retry: false });
  const note = useMutation(threadMutations.note());
  const titleId = useId();
  const pages = query.data?.pages ?? [];
  const notes = pages.toReversed().flatMap((page) => page.notes);
  return (
    <section aria-labelledby={titleId} className="mt-8">
      <h2 id={titleId} className="font-strong">Notes for mentors</h2>
      <p className="mb-2 text-note text-muted">Only mentors of this review and admins read these. They go with it to the next mentor.</p>
      {query.hasNextPage ? <Button size="small" variant="quiet" busy={query.isFetchingNextPage} onClick={() => void readMore(query)}>Earlier notes</Button> : null}
      <ol aria-label="Notes, oldest first" className="grid grid-cols-[minmax(0,1fr)]">
        {notes.map(({ noteId, byYou, authorName, writtenAt, text }) => (
          <li key={noteId} className="border-t border-line py-3">
            <p className="mb-1 flex flex-wrap items-baseline gap-x-2">
              <bdi className="font-strong wrap-anywhere">{byYou ? "You" : (authorName ?? "A mentor")}</bdi>
              <span className="text-label text-muted"><RelativeTime at={writtenAt} /></span>
            </p>
            <MessageBody text={text} />
          </li>
        ))}
      </ol>
      {writable && pages[0]?.closed === null ? (
        <div className="mt-3">
          <Composer
            name={`note.${subjectId}`} label="Note for mentors" hideLabel hint="Markdown works. A note stays as it is written." send="Keep note" rows={2}
            onSend={async (text, idempotencyKey) => {
              await note.mutateAsync({ subject, text, idempotencyKey });
              await client.invalidateQueries({ queryKey: threadQueries.notes(subject).queryKey });
            }}
          />
        </div>
      ) : null}
    </section>
  );
}
