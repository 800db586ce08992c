import type { State } from "#lib/roadmap/schema.ts";

/** What the learner says of an item, in words; in the order in which a control offers them. */
export const stateWords: Record<State, string> = { todo: "To do", learning: "Learning", done: "Done", skipped: "Skipped" };
