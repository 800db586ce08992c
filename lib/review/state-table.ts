import { guards, machine, type Act, type Transition } from "#lib/review/machine.ts";

/** The machine as a Markdown table, for docs/review-states.md. */
export function stateTable(): string {
  const rows = Object.entries(machine as Record<Act, Transition>).map(([act, { from, guards: names, event, to, effects }]) => [
    act, from.join(", "), names.filter((name) => name !== "state").map((name) => guards[name]).join("; "), to.join(" or "), event ?? "none",
    effects.join("; "),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const head = ["act", "from", "who, and when", "to", "event", "with it"];
  return [head, head.map(() => "---"), ...rows].map(line).join("\n");
}
