import "server-only";
import { membersOnly, mentorsOnly } from "#lib/access/decision.ts";
import { view } from "#lib/access/view.ts";
import { adviceDto, adviceInput, advicePageInput, myAdviceDto, waitingAdviceDto } from "#lib/advice/schema.ts";
import { listMyAdvice, listWaitingAdvice, readAdvice } from "#lib/advice/store.ts";

export const advice = view({
  name: "advice.one",
  summary: "One advice, as its learner, its mentor, or a mentor who could pick it up sees it.",
  input: adviceInput,
  output: adviceDto,
  policy: membersOnly,
  read: async (db, { actor, input: { adviceId } }) => await readAdvice(db, { actor, adviceId }),
});

export const myAdvice = view({
  name: "advice.mine",
  summary: "What whoever asks has asked advice on, open ones first.",
  input: advicePageInput,
  output: myAdviceDto,
  policy: membersOnly,
  read: async (db, { actor, input: { after } }) => await listMyAdvice(db, { actor, after }),
});

export const waitingAdvice = view({
  name: "advice.waiting",
  summary: "What waits for a mentor's advice, oldest first, and what whoever asks has picked up.",
  input: advicePageInput,
  output: waitingAdviceDto,
  policy: mentorsOnly,
  read: async (db, { actor, input: { after } }) => await listWaitingAdvice(db, { actor, after }),
});
