/** What a screen reader is told when the number changes; nothing when there is nothing. */
export function unreadWords(unread: number): string {
  if (unread === 0) return "";
  return unread === 1 ? "One unread notification" : `${unread} unread notifications`;
}

/** The review whose page this is; null elsewhere. */
export function reviewAt(pathname: string): string | null {
  return /^(?:\/mentor)?\/reviews\/([0-9a-f-]{36})$/.exec(pathname)?.[1] ?? null;
}
