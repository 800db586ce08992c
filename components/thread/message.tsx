"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { memo, useState } from "react";
import { useSecondsLeft } from "#components/review/use-seconds-left.ts";
import { Composer } from "#components/thread/composer.tsx";
import { MessageBody } from "#components/thread/message-body.tsx";
import { MessageHistory } from "#components/thread/message-history.tsx";
import { ReportMessage } from "#components/thread/report-message.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { MoreMenu, MoreMenuItem } from "#components/ui/more-menu.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { threadMutations, threadQueries } from "#lib/thread/queries.ts";
import type { MessageDto } from "#lib/thread/schema.ts";

type Open = "history" | "report" | null;

/** One message: who wrote it and when, its words, and what can be done with it. `receivedAt` counts while its author can change it. */
export const Message = memo(function Message({ message, receivedAt }: { message: MessageDto; receivedAt: number }) {
  const [editing, setEditing] = useState(false);
  const [open, setOpen] = useState<Open>(null);
  const left = useSecondsLeft(message.secondsToEdit, receivedAt);
  const { author, text, edits } = message;
  const who = author.byYou ? "You" : (author.name ?? (author.as === "mentor" ? "A mentor" : "The learner"));
  const items = [
    left > 0 && !editing ? <MoreMenuItem key="edit" onClick={() => setEditing(true)}>Edit, {timeLeft(left)}</MoreMenuItem> : null,
    edits > 0 && text !== null ? <MoreMenuItem key="history" onClick={() => setOpen("history")}>What it said before</MoreMenuItem> : null,
    !author.byYou && text !== null && !message.reported ? <MoreMenuItem key="report" onClick={() => setOpen("report")}>Report to the admins</MoreMenuItem> : null,
  ].filter((item) => item !== null);
  return (
    <li className="border-t border-line py-3">
      <div className="flex min-h-8 items-start justify-between gap-3">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 pt-1">
          <h3 className="min-w-0 font-strong wrap-anywhere"><bdi>{who}</bdi></h3>
          <span className="text-label text-muted">
            {author.byYou ? null : `${author.as}, `}<RelativeTime at={message.writtenAt} />
            {message.editedAt ? <>, edited <RelativeTime at={message.editedAt} /></> : null}
            {message.reported ? ", reported by you" : null}
          </span>
          {message.unread ? <Chip tone="turn">New</Chip> : null}
        </div>
        {items.length > 0 ? <MoreMenu label={`More about the message of ${who}`}>{items}</MoreMenu> : null}
      </div>
      {text === null ? <p className="mt-1 text-muted italic">An admin removed this message.</p> : null}
      {text !== null && !editing ? <div className="mt-1"><MessageBody text={text} /></div> : null}
      {text !== null && editing ? <Edit message={message} text={text} left={left} onDone={() => setEditing(false)} /> : null}
      <MessageHistory messageId={message.messageId} open={open === "history"} onClose={() => setOpen(null)} />
      <ReportMessage messageId={message.messageId} who={who} open={open === "report"} onClose={() => setOpen(null)} />
    </li>
  );
});

function Edit({ message: { messageId, edits }, text, left, onDone }: { message: MessageDto; text: string; left: number; onDone: () => void }) {
  const client = useQueryClient();
  const edit = useMutation(threadMutations.edit());
  // The edits that the form was opened with: the list is read again meanwhile, and newer words must not be overwritten unseen.
  const [basedOn] = useState(edits);
  return (
    <div className="mt-2">
      <Composer
        name={`edit.${messageId}.${basedOn}`} label="Change the message" initially={text} send="Save" onCancel={onDone} autoFocus
        onSend={async (words) => {
          await edit.mutateAsync({ messageId, basedOn, text: words });
          await client.invalidateQueries({ queryKey: threadQueries.all() });
          onDone();
        }}
      >
        <span role="timer" className="text-label text-muted">{left > 0 ? timeLeft(left) : "The time to change it is over"}</span>
      </Composer>
    </div>
  );
}

function timeLeft(seconds: number): string {
  return seconds < 60 ? "less than a minute left" : `${Math.floor(seconds / 60)} min left`;
}
