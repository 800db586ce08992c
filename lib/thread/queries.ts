import { infiniteQueryOptions, mutationOptions, queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "#lib/base/api.ts";
import type { HistoryDto, NotedDto, NotesDto, ReportsDto, Subject, ThreadDto, WrittenDto } from "#lib/thread/schema.ts";

const path = "/api/v1/thread";
const pathOf = ({ kind, subjectId }: Subject) => `${path}/${kind}/${subjectId}`;
const search = (name: string, value: string) => (value === "" ? "" : `?${name}=${encodeURIComponent(value)}`);

export const threadQueries = {
  all: () => ["thread"] as const,
  /** The newest page comes first, and the next one is older. */
  messages: (subject: Subject) => infiniteQueryOptions({
    queryKey: [...threadQueries.all(), "messages", subject.kind, subject.subjectId],
    queryFn: ({ signal, pageParam }) => getJson<ThreadDto>(`${pathOf(subject)}/messages${search("before", pageParam)}`, signal),
    initialPageParam: "",
    getNextPageParam: (page: ThreadDto) => page.before,
  }),
  notes: (subject: Subject) => infiniteQueryOptions({
    queryKey: [...threadQueries.all(), "notes", subject.kind, subject.subjectId],
    queryFn: ({ signal, pageParam }) => getJson<NotesDto>(`${pathOf(subject)}/notes${search("before", pageParam)}`, signal),
    initialPageParam: "",
    getNextPageParam: (page: NotesDto) => page.before,
  }),
  history: (messageId: string) => queryOptions({
    queryKey: [...threadQueries.all(), "history", messageId],
    queryFn: ({ signal }) => getJson<HistoryDto>(`${path}/messages/${messageId}/history`, signal),
    // The words can have been changed again since it was opened before.
    staleTime: 0,
  }),
  reports: (which: "open" | "resolved") => infiniteQueryOptions({
    queryKey: [...threadQueries.all(), "reports", which],
    queryFn: ({ signal, pageParam }) => getJson<ReportsDto>(`${path}/reports?which=${which}${search("after", pageParam).replace("?", "&")}`, signal),
    initialPageParam: "",
    getNextPageParam: (page: ReportsDto) => page.next,
  }),
};

/** A message carries the key that its words were first sent with: sending them again is the same as once. */
interface Writing { subject: Subject; text: string; idempotencyKey: string }

function write<Written>(name: string, segment: "messages" | "notes") {
  return mutationOptions({
    mutationKey: ["thread", name],
    // Without a connection it fails at once and says so, and must not wait for one in silence.
    networkMode: "always",
    mutationFn: ({ subject, text, idempotencyKey }: Writing) =>
      sendJson<Written>(`${pathOf(subject)}/${segment}`, { method: "POST", body: { text }, idempotencyKey }),
  });
}

export const threadMutations = {
  write: () => write<WrittenDto>("write", "messages"),
  note: () => write<NotedDto>("note", "notes"),
  edit: () => mutationOptions({
    mutationKey: ["thread", "edit"],
    networkMode: "always",
    mutationFn: ({ messageId, ...body }: { messageId: string; basedOn: number; text: string }) =>
      sendJson<void>(`${path}/messages/${messageId}`, { method: "PUT", body }),
  }),
  markRead: () => mutationOptions({
    mutationKey: ["thread", "markRead"],
    mutationFn: ({ subject, until }: { subject: Subject; until: string }) => sendJson<void>(`${pathOf(subject)}/read`, { method: "PUT", body: { until } }),
  }),
  report: () => mutationOptions({
    mutationKey: ["thread", "report"],
    networkMode: "always",
    mutationFn: ({ messageId, reason }: { messageId: string; reason: string }) =>
      sendJson<void>(`${path}/messages/${messageId}/report`, { method: "POST", body: { reason } }),
  }),
  resolve: () => mutationOptions({
    mutationKey: ["thread", "resolve"],
    networkMode: "always",
    mutationFn: ({ reportId, outcome }: { reportId: string; outcome: "kept" | "removed" }) =>
      sendJson<void>(`${path}/reports/${reportId}/resolve`, { method: "POST", body: { outcome } }),
  }),
};
