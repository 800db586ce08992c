import { sendJson } from "#lib/base/api.ts";
import { ProblemError, unreachable } from "#lib/base/problem.ts";
import type { ItemStateDto, SetItemStateInput } from "#lib/roadmap/schema.ts";

/** `madeAt` is performance.now() at the tap: a change that had to wait is sent with its age. */
export type ItemChange = Omit<SetItemStateInput, "ageMs"> & { madeAt: number };

/** Sends a change to the account. Throws as sendJson does, also where the answer is not about this item and so not Cairn's. */
export async function sendState({ itemId, madeAt, ...body }: ItemChange): Promise<ItemStateDto> {
  const saved = await sendJson<ItemStateDto | undefined>(`/api/v1/roadmap/items/${itemId}/state`, {
    method: "PUT", body: { ...body, ageMs: Math.round(performance.now() - madeAt) },
  });
  if (saved?.itemId !== itemId) throw new ProblemError(unreachable);
  return saved;
}
