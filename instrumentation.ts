/** Runs once when Next's server begins: background work starts here, and only here. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startBackgroundWork } = await import("./lib/ops/background.ts");
  startBackgroundWork();
}
