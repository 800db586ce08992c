/** What is said in passing: "Marked as done", with a way back. Kept outside React, so that any act can speak. */

export type Toast = {
  id: number;
  message: string;
  /** "problem" is read out at once and stays until it is closed. */
  tone: "plain" | "problem";
  action: { label: string; run: () => void } | null;
};

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]) {
  toasts = next;
  listeners.forEach((tell) => tell());
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}

/** Says something. Of more than three, the oldest that is no problem makes room; problems stay until they are closed. Returns the id, for taking it back. */
export function showToast(toast: { message: string; tone?: Toast["tone"]; action?: Toast["action"] }): number {
  const id = nextId++;
  const spare = toasts.length < 3 ? undefined : toasts.find(({ tone }) => tone === "plain");
  change([...toasts.filter((each) => each !== spare), { id, message: toast.message, tone: toast.tone ?? "plain", action: toast.action ?? null }]);
  return id;
}

export function closeToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}
