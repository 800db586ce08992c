// The first program of every npm script. It runs before the dependencies exist, so it is plain JavaScript for Node 20.19 and imports
// only what Node brings along: it installs the locked dependencies when they are missing or stale, then runs the real program
// with Node 24 as its child.
//   node lib/ops/launch.mjs start|dev|test|races|bench|grant [arguments]
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const bin = join(root, "node_modules", ".bin");
const stamp = join(root, "node_modules", ".cairn-lock");

// Programs that import rooms need the condition: the rooms import "server-only", which throws without it. Next itself breaks with it.
const rooms = ["--conditions=react-server"];
const operator = existsSync(join(root, ".env")) ? ["--env-file=.env"] : [];
const programs = {
  start: [...operator, "lib/ops/start.ts"],
  dev: [...operator, "lib/ops/start.ts", "--dev"],
  grant: [...operator, ...rooms, "lib/ops/grant.ts"],
  test: ["tests/run.ts"],
  races: [...rooms, "tests/races/run.ts"],
  bench: ["tests/bench/run.ts"],
};

/** Ends the process with one sentence for the person who ran the command. */
function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

const [name, ...rest] = process.argv.slice(2);
const program = Object.hasOwn(programs, name ?? "") ? programs[name] : undefined;
if (!program) refuse(`Usage: node lib/ops/launch.mjs ${Object.keys(programs).join("|")} [arguments]`);
process.chdir(root);

let child;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child?.kill(signal));

/** Runs a child to its end and returns its exit code, 128 + n when signal n ended it. */
function run(command, args, options) {
  return new Promise((resolve) => {
    child = spawn(command, args, options);
    child.on("error", (error) => refuse(`Cannot run ${command}: ${error.message}`));
    child.on("exit", (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

async function installDependencies() {
  const hash = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  console.log("Installing the locked dependencies (about a minute with an empty cache) …");
  const began = Date.now();
  const heart = setInterval(() => console.log(`  still installing, ${Math.round((Date.now() - began) / 1000)} s`), 10_000);
  // Only errors are printed: npm's warnings about engines speak of the system's Node, which runs nothing but this file.
  // Development dependencies too, whatever NODE_ENV says: the build needs the compiler's types.
  const code = await run("npm", ["ci", "--ignore-scripts", "--include=dev", "--loglevel=error", "--prefer-offline"], { stdio: "inherit" });
  clearInterval(heart);
  if (code !== 0) {
    console.error("The dependencies could not be installed (npm ci failed, see above).");
    process.exit(code);
  }
  writeFileSync(stamp, hash);
}

/** The path of a Node of version 24 or newer: the locked one on Linux, elsewhere the system's. */
function findNode() {
  const locked = join(bin, "node");
  if (existsSync(locked)) {
    if (realpathSync(locked) === realpathSync(process.execPath)) return process.execPath;
    if (spawnSync(locked, ["--version"]).status === 0) return locked;
  }
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  refuse(`Cairn needs Node 24 on this machine and this is ${process.versions.node}: install it from nodejs.org and run the command again.`);
}

await installDependencies();
process.exitCode = await run(findNode(), [...program, ...rest], {
  // The child ends by itself when this channel closes, also when this process was killed and could forward nothing.
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`, NODE_NO_WARNINGS: "1" },
});
