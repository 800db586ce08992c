"use client";

import { useMutation, useQueryClient, type InfiniteData, type QueryClient } from "@tanstack/react-query";
import { showToast } from "#components/ui/toast-store.ts";
import { notificationMutations, notificationQueries } from "#lib/notification/queries.ts";
import type { BellDto, NotificationDto, NotificationsDto } from "#lib/notification/schema.ts";

/** Marks what was told as read: shown at once, and taken back when it could not be kept. */
export function useReading() {
  const client = useQueryClient();
  const shared = {
    onError: () => showToast({ message: "This could not be marked as read. Please try again.", tone: "problem" }),
    onSettled: () => client.invalidateQueries({ queryKey: notificationQueries.all() }),
  };
  const one = useMutation({ ...notificationMutations.read(), ...shared, onMutate: (id) => mark(client, ({ notificationId }) => notificationId === id) });
  const all = useMutation({ ...notificationMutations.readAll(), ...shared, onMutate: (until) => mark(client, ({ at }) => at <= until) });
  // What is read by looking at its page is no act of anybody's, so nothing is said when it fails: the next look tries again.
  const about = useMutation({ ...notificationMutations.readAbout(), onSettled: shared.onSettled });
  return { readOne: one.mutate, readAll: all.mutate, readAbout: about.mutate };
}

/** Until the server answers, the pages show what was meant. */
async function mark(client: QueryClient, isMeant: (notification: NotificationDto) => boolean): Promise<void> {
  await client.cancelQueries({ queryKey: notificationQueries.all() });
  client.setQueryData<BellDto>(notificationQueries.bell().queryKey, (bell) => {
    if (!bell) return bell;
    const { list, left } = readIn(bell.newest, bell.unread, isMeant);
    return { newest: list, unread: left };
  });
  client.setQueryData<InfiniteData<NotificationsDto, string>>(notificationQueries.list().queryKey, (data) =>
    data && {
      ...data,
      pages: data.pages.map((page) => {
        const { list, left } = readIn(page.notifications, page.unread, isMeant);
        return { ...page, notifications: list, unread: left };
      }),
    });
}

function readIn(before: readonly NotificationDto[], unread: number, isMeant: (notification: NotificationDto) => boolean) {
  const list = before.map((each) => (isMeant(each) ? { ...each, read: true } : each));
  const newly = list.filter(({ read }, index) => read && !before[index]!.read).length;
  // What is meant is either one, or everything that was shown and what is older.
  return { list, left: list.every(({ read }) => read) && newly > 1 ? 0 : Math.max(0, unread - newly) };
}
