import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/access/actor.ts";
import { command } from "#lib/access/command.ts";
import { invalid } from "#lib/access/decision.ts";
import { lockUser } from "#lib/account/store.ts";
import { getItem } from "#lib/guide/guide.ts";
import { canAdd, canArchive, canEdit, canRevise } from "#lib/portfolio/policy.ts";
import { addEvidenceInput, evidenceDto, evidenceInput, evidenceItemInput, reviseEvidenceInput } from "#lib/portfolio/schema.ts";
import {
  archive, attachItem, countEvidence, detachItem, insertEvidence, insertVersion, lockEvidence, requireEvidence,
} from "#lib/portfolio/store.ts";

export const addEvidence = command({
  name: "portfolio.addEvidence",
  summary: "Adds a link to the portfolio, with what it shows, for any number of items.",
  input: addEvidenceInput,
  output: evidenceDto,
  load: async (tx, { actor }) => {
    if (actor.kind !== "member") return null;
    await lockUser(tx, actor.userId);
    return { ownerId: actor.userId, shown: await countEvidence(tx, actor.userId) };
  },
  policy: canAdd,
  run: async (tx, { subject: { ownerId }, input: { itemIds, ...content }, now }) => {
    const unknown = itemIds.findIndex((itemId) => !getItem(itemId));
    if (unknown >= 0) return invalid(`itemIds.${unknown}`, "There is no such item in a guide.");
    return await insertEvidence(tx, { ownerId, content, itemIds, now });
  },
});

export const reviseEvidence = command({
  name: "portfolio.reviseEvidence",
  summary: "Makes the next version of an evidence; earlier ones stay as they were.",
  input: reviseEvidenceInput,
  output: evidenceDto,
  load: loadOwn,
  policy: canRevise,
  run: async (tx, { input: { evidenceId, basedOn, ...content }, now }) => {
    await insertVersion(tx, { evidenceId, number: basedOn + 1, content, now });
    return await requireEvidence(tx, evidenceId);
  },
});

export const attachEvidence = command({
  name: "portfolio.attachEvidence",
  summary: "Says that an evidence is meant to show an item. Harmless when it says so already.",
  input: evidenceItemInput,
  output: evidenceDto,
  load: loadOwn,
  policy: canEdit,
  run: async (tx, { input }) => {
    if (!getItem(input.itemId)) return invalid("itemId", "There is no such item in a guide.");
    await attachItem(tx, input);
    return await requireEvidence(tx, input.evidenceId);
  },
});

export const detachEvidence = command({
  name: "portfolio.detachEvidence",
  summary: "Takes an item off an evidence. Reviews that were asked for stay.",
  input: evidenceItemInput,
  output: evidenceDto,
  load: loadOwn,
  policy: canEdit,
  run: async (tx, { input }) => {
    await detachItem(tx, input);
    return await requireEvidence(tx, input.evidenceId);
  },
});

export const archiveEvidence = command({
  name: "portfolio.archiveEvidence",
  summary: "Takes an evidence out of the portfolio; what was confirmed of it stays true, and questions about it are closed.",
  input: evidenceInput,
  output: z.null(),
  load: loadOwn,
  policy: canArchive,
  run: async (tx, { input, now }) => {
    await archive(tx, { evidenceId: input.evidenceId, now });
    return null;
  },
});

async function loadOwn(tx: Parameters<typeof lockEvidence>[0], { actor, input }: { actor: Actor; input: { evidenceId: string } }) {
  return await lockEvidence(tx, actor, input.evidenceId);
}
