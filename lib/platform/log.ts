import pino from "pino";

/** One JSON line an event, to standard output. Nothing personal goes in: ids, names of acts, durations, outcomes. */
export const log = pino({
  name: "cairn",
  level: process.env.CAIRN_LOG ?? "info",
  redact: ["password", "*.password", "token", "*.token", "cookie", "*.cookie"],
});
