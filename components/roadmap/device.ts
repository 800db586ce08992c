import { freshUuid } from "#components/ui/fresh-uuid.ts";

/** This page numbers its changes, so that the server can keep their order and knows a repeated one. */
let device: string | undefined;
let sequence = 0;

export function nextChange(): { device: string; sequence: number; madeAt: number } {
  device ??= freshUuid();
  sequence += 1;
  return { device, sequence, madeAt: performance.now() };
}
