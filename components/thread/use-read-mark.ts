"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, type RefObject } from "react";
import { threadMutations, threadQueries } from "#lib/thread/queries.ts";
import type { Subject, ThreadDto } from "#lib/thread/schema.ts";

/** The marker of a new message stays for a moment, so that it can be seen. */
const SEEN_AFTER = 3_000;

/** Marks messages as read when their end has been in view for a moment. Nothing is said when it fails: the next look tries again. */
export function useReadMark({ subject, newest, list }: { subject: Subject; newest: ThreadDto | undefined; list: RefObject<HTMLOListElement | null> }): void {
  const client = useQueryClient();
  const { kind, subjectId } = subject;
  const { mutate } = useMutation(threadMutations.markRead());
  const sent = useRef("");
  const until = newest && newest.unread > 0 ? newest.messages.at(-1)?.writtenAt : undefined;

  useEffect(() => {
    const end = list.current?.lastElementChild;
    if (!end || until === undefined || sent.current === until) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (!entry?.isIntersecting) return;
      timer = setTimeout(() => {
        sent.current = until;
        mutate({ subject: { kind, subjectId }, until }, {
          onError: () => void (sent.current = ""),
          onSuccess: () => void client.invalidateQueries({ queryKey: threadQueries.messages({ kind, subjectId }).queryKey }),
        });
      }, SEEN_AFTER);
    });
    observer.observe(end);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [client, kind, list, mutate, subjectId, until]);
}
