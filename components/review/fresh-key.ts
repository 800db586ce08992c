/**
 * A new key for an act that must not happen twice. Not crypto.randomUUID(): browsers have it on https and loopback only,
 * and a portal in a house's own network may be neither.
 */
export function freshKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
