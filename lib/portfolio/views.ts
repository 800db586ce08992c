import "server-only";
import { z } from "zod";
import { membersOnly } from "#lib/access/decision.ts";
import { view } from "#lib/access/view.ts";
import { portfolioDto } from "#lib/portfolio/schema.ts";
import { listEvidence } from "#lib/portfolio/store.ts";

export const portfolio = view({
  name: "portfolio.mine",
  summary: "The evidence of whoever asks, newest first, with its versions.",
  input: z.strictObject({}),
  output: portfolioDto,
  policy: membersOnly,
  read: async (db, { actor }) => ({ evidences: await listEvidence(db, actor) }),
});
