import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#lib/platform/env.ts";

/**
 * A signature of some words under the installation's secret, for links that allow one thing without a session. `purpose` keeps what was
 * signed for one thing from being used for another. It does not run out, until the secret is changed.
 */
export function sign(purpose: string, words: string): string {
  const key = createHmac("sha256", env().secret).update(`cairn ${purpose}`).digest();
  return createHmac("sha256", key).update(words).digest("base64url");
}

/** Whether that is the signature of these words; in the same time for every wrong one. */
export function isSigned(purpose: string, words: string, signature: string): boolean {
  const [right, given] = [Buffer.from(sign(purpose, words)), Buffer.from(signature)];
  return right.length === given.length && timingSafeEqual(right, given);
}
