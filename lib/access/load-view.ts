import "server-only";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { currentActor } from "#lib/access/session.ts";
import type { View } from "#lib/access/view.ts";

/**
 * Reads a view for a page, as the person who asks for it: without HTTP, through the same door. A visitor is sent to sign in
 * and back to `path`; what is hidden or forbidden is a page that does not exist.
 */
export async function loadView<Input extends z.ZodType, Output extends z.ZodType>(
  view: View<Input, Output>, input: z.input<Input>, { path }: { path: string },
): Promise<z.output<Output>> {
  const outcome = await view.execute(await currentActor(), input);
  if (outcome.ok) return outcome.value;
  if (outcome.kind === "unauthorized") redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return notFound();
}
