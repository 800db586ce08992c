/** The step that an address names, from all values of its parameter; null for none, and for what can be no step's id. */
export function stepIn(given: string | readonly string[] | undefined): string | null {
  const [step = ""] = typeof given === "string" ? [given] : (given ?? []);
  return /^[a-z0-9.-]{1,120}$/.test(step) ? step : null;
}
