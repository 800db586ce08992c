/** What the levels of every rubric are called, from 0 to 3. "Meets" is what a good piece of work of the step looks like. */
export const levelNames = ["not yet", "started", "meets", "exceeds"] as const;

/** "2, meets": the number shows how far, the name what that means. */
export function nameLevel(level: number): string {
  return [level, levelNames[level]].filter((part) => part !== undefined).join(", ");
}

/** "2, meets: A clean install"; the words of a rubric that is gone are undefined. */
export function describeLevel(level: number, words: string | undefined): string {
  return [nameLevel(level), words].filter(Boolean).join(": ");
}
