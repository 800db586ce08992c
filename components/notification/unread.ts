import type { AboutInput } from "#lib/notification/schema.ts";

/** What a screen reader is told when the number changes; nothing when there is nothing. */
export function unreadWords(unread: number): string {
  if (unread === 0) return "";
  return unread === 1 ? "One unread notification" : `${unread} unread notifications`;
}

/** The review or advice whose page this is; null elsewhere. */
export function subjectAt(pathname: string): AboutInput | null {
  const [, kind, subjectId] = /^(?:\/mentor)?\/(reviews|advice)\/([0-9a-f-]{36})$/.exec(pathname) ?? [];
  return kind && subjectId ? { kind: kind === "reviews" ? kind : "advice", subjectId } : null;
}
