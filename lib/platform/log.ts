import pino from "pino";

const given = process.env.CAIRN_LOG;

/** One JSON line an event, to standard output. Nothing personal goes in: ids, names of acts, durations, outcomes. */
export const log = pino({
  name: "cairn",
  // A level that there is not is told at the start (lib/ops/settings.ts), which has to be able to load this file.
  level: isLogLevel(given) ? given : "info",
  redact: ["password", "*.password", "token", "*.token", "cookie", "*.cookie"],
});

/** By the names that pino has, and "silent". */
export function isLogLevel(level: string | undefined): level is string {
  return level !== undefined && (level === "silent" || Object.values(pino.levels.labels).includes(level));
}
