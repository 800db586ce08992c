import "server-only";
import { z } from "zod";
import { userIdOf, type Actor } from "#lib/access/actor.ts";
import { command } from "#lib/access/command.ts";
import { emit } from "#lib/access/emit.ts";
import { lockUser } from "#lib/account/store.ts";
import { adviserOf, canAskAdvice, canBlockAdviser, canCloseAdvice, canLetGo, canPickUp } from "#lib/advice/policy.ts";
import { adviceInput, askAdviceInput, askedAdviceDto, blockAdviserInput } from "#lib/advice/schema.ts";
import { closeIt, dropAdviser, insertAdvice, isAdviceOpen, lockAdvice, setAdviser } from "#lib/advice/store.ts";
import { nobody } from "#lib/base/id.ts";
import { getItem } from "#lib/guide/guide.ts";
import type { Tx } from "#lib/platform/db.ts";
import { attachItem, lockEvidence } from "#lib/portfolio/store.ts";
import { insertBlock } from "#lib/review/store.ts";

export const askForAdvice = command({
  name: "advice.ask",
  summary: "Asks mentors for help on an unfinished piece, for one item: without a verdict, and without a limit.",
  input: askAdviceInput,
  output: askedAdviceDto,
  idempotencyKey: "required",
  load: async (tx, { actor, input: { evidenceId, itemId } }) => {
    if (actor.kind !== "member" || !getItem(itemId)) return null;
    await lockUser(tx, actor.userId);
    const evidence = await lockEvidence(tx, actor, evidenceId);
    return evidence && { ownerId: evidence.ownerId, isOpen: await isAdviceOpen(tx, { evidenceId, itemId }) };
  },
  policy: canAskAdvice,
  run: async (tx, { input, subject: { ownerId: learnerId }, now }) => {
    await attachItem(tx, { evidenceId: input.evidenceId, itemId: input.itemId });
    return { adviceId: await insertAdvice(tx, { learnerId, ...input, now }) };
  },
});

export const pickUpAdvice = command({
  name: "advice.pickUp",
  summary: "Takes what a learner asks, to answer it in its messages. Harmless to repeat.",
  input: adviceInput,
  output: z.null(),
  load: lock,
  policy: canPickUp,
  run: async (tx, { actor, input: { adviceId }, subject: { mentorId, learnerId }, now }) => {
    const adviser = userIdOf(actor) ?? nobody;
    if (mentorId === adviser) return null;
    await setAdviser(tx, { adviceId, mentorId: adviser, now });
    await emit(tx, { name: "advice.pickedUp", adviceId, userId: learnerId });
    return null;
  },
});

export const letAdviceGo = command({
  name: "advice.letGo",
  summary: "Gives back what one has picked up, so that another mentor can.",
  input: adviceInput,
  output: z.null(),
  load: lock,
  policy: canLetGo,
  run: async (tx, { input: { adviceId } }) => {
    await dropAdviser(tx, adviceId);
    return null;
  },
});

export const closeAdvice = command({
  name: "advice.close",
  summary: "Ends an advice: its messages stay, and nothing can be added. Harmless to repeat.",
  input: adviceInput,
  output: z.null(),
  load: lock,
  policy: canCloseAdvice,
  run: async (tx, { input: { adviceId }, now }) => {
    await closeIt(tx, { adviceId, now });
    return null;
  },
});

export const blockAdviser = command({
  name: "advice.blockAdviser",
  summary: "Blocks the mentor who has picked it up, or had it last: it waits for another one, and what they hold of the learner's reviews goes back to its place.",
  input: blockAdviserInput,
  output: z.null(),
  load: lock,
  policy: canBlockAdviser,
  run: async (tx, { subject, now }) => {
    const { learnerId } = subject;
    const adviser = adviserOf(subject) ?? nobody;
    await insertBlock(tx, { learnerId, mentorId: adviser, createdAt: now });
    await emit(tx, { name: "advice.adviserBlocked", userId: adviser, learnerId });
    return null;
  },
});

function lock(tx: Tx, { actor, input: { adviceId } }: { actor: Actor; input: { adviceId: string } }) {
  return lockAdvice(tx, { actor, adviceId });
}
