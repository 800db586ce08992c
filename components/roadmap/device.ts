/** This page numbers its changes, so that the server can keep their order and knows a repeated one. */
let device: string | undefined;
let sequence = 0;

export function nextChange(): { device: string; sequence: number; madeAt: number } {
  device ??= freshUuid();
  sequence += 1;
  return { device, sequence, madeAt: performance.now() };
}

/** A random UUID (version 4, RFC 9562). crypto.randomUUID() is missing on plain http outside the loopback. */
function freshUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
