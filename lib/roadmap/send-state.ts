import { sendJson } from "#lib/base/api.ts";
import { ProblemError, unreachable } from "#lib/base/problem.ts";
import type { ItemStateDto, SetItemStateInput } from "#lib/roadmap/schema.ts";

/** Sends a change to the account. Throws as sendJson does, also where the answer is not about this item and so not Cairn's. */
export async function sendState({ itemId, ...body }: SetItemStateInput): Promise<ItemStateDto> {
  const saved = await sendJson<ItemStateDto | undefined>(`/api/v1/roadmap/items/${itemId}/state`, { method: "PUT", body });
  if (saved?.itemId !== itemId) throw new ProblemError(unreachable);
  return saved;
}
