import { spawn } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "#lib/platform/operator-error.ts";

export interface DemoAccount { email: string; password: string }
export type DemoAccounts = Record<"learner" | "learner2" | "mentor" | "mentor2" | "admin", DemoAccount>;

/** Where the demo accounts and their password are kept for the operator. */
export function accountsFile(data: string): string {
  return join(data, "demo-accounts.json");
}

/** The demo accounts of a data folder, or null when it has none. */
export function findAccounts(data: string): DemoAccounts | null {
  const file = accountsFile(data);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as DemoAccounts) : null;
}

/** Written whole or not at all, readable by its owner alone. */
export function keepAccounts(data: string, accounts: DemoAccounts): void {
  const draft = `${accountsFile(data)}.draft`;
  writeFileSync(draft, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, accountsFile(data));
}

/**
 * Fills in the demo community on the first start of a data folder, and never on a later one. A seed that was killed is made
 * anew, or taken away where none is wanted any more: nobody can have used the installation before it was finished.
 */
export async function ensureDemo({ data, demo, report }: { data: string; demo: boolean; report: (line: string) => void }): Promise<void> {
  const state = join(data, "demo-state");
  const known = existsSync(state) ? readFileSync(state, "utf8").trim() : null;
  if (known === "settled") return;
  rmSync(accountsFile(data), { force: true });
  if (demo) {
    report("Filling in a small demo community …");
    writeFileSync(state, "unfinished\n");
    await runSeed();
  } else if (known === "unfinished") {
    await runSeed("--only-clear");
  }
  writeFileSync(state, "settled\n");
}

/** The seed goes through the rooms' commands, which need the condition that Next must not have: a process of its own. */
async function runSeed(...words: string[]): Promise<void> {
  const code = await new Promise<number | null>((done, fail) => {
    const child = spawn(process.execPath, ["--conditions=react-server", join(import.meta.dirname, "seed.ts"), ...words], { stdio: "inherit" });
    child.on("error", fail);
    child.on("close", done);
  });
  if (code !== 0) throw new OperatorError("The demo community could not be filled in (see above). Start again, or leave it out with CAIRN_DEMO=0.");
}
