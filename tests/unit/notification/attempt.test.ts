import { describe, expect, it } from "vitest";
import { afterFailure, isAbandoned, MOST_ATTEMPTS, retry } from "#lib/notification/attempt.ts";
import { after, HOUR, MINUTE } from "#lib/base/time.ts";

const at = new Date("2026-05-01T10:00:00Z");

describe("an attempt to send a mail", () => {
  it("that certainly failed is followed by another, but not for ever", () => {
    expect(afterFailure({ attempt: 1, again: true })).toBe("waiting");
    expect(afterFailure({ attempt: MOST_ATTEMPTS, again: true })).toBe("failed");
  });

  it("that perhaps succeeded is followed by none", () => {
    expect(afterFailure({ attempt: 1, again: false })).toBe("failed");
  });

  it("is over for good when nobody can be at it any more", () => {
    expect(isAbandoned(at, after(at, 5 * MINUTE))).toBe(false);
    expect(isAbandoned(at, after(at, 5 * MINUTE + 1))).toBe(true);
  });

  it("is made so often that a server may be away for a night, as far as the job's own tries go", () => {
    const pauses = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, tried) => Math.min(retry.longest, retry.pause * 2 ** tried) * 1_000);
    expect(pauses.reduce((sum, pause) => sum + pause)).toBeGreaterThan(8 * HOUR);
    expect(retry.limit).toBeGreaterThan(MOST_ATTEMPTS);
  });
});
