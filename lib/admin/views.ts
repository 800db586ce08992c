import "server-only";
import { z } from "zod";
import { adminsOnly } from "#lib/access/decision.ts";
import { view } from "#lib/access/view.ts";
import { listMentors, listPeople } from "#lib/account/store.ts";
import { peopleDto, peopleInput } from "#lib/account/schema.ts";
import { adminReviewsDto, answeredReviewsDto, answeredReviewsInput } from "#lib/admin/schema.ts";
import { listAnswered, listLoads, listMentorsTurn } from "#lib/review/work-store.ts";

export const adminReviews = view({
  name: "admin.reviews",
  summary: "The reviews that have been the mentors' turn for the longest, and what each mentor has. Nothing of the evidence.",
  input: z.strictObject({}),
  output: adminReviewsDto,
  policy: adminsOnly,
  read: async (db, { clock }) => {
    const now = await clock();
    const [{ rows, more }, mentors] = await Promise.all([listMentorsTurn(db, now), listMentors(db, now)]);
    const loads = await listLoads(db, { mentorIds: mentors.map(({ userId }) => userId), now });
    return { waiting: rows, more, mentors: mentors.map((mentor, index) => ({ ...mentor, ...loads[index]! })) };
  },
});

export const answeredReviews = view({
  name: "admin.answeredReviews",
  summary: "The reviews whose verdict stands, the last answered first, or those whose item or mentor is looked for. Nothing of the evidence.",
  input: answeredReviewsInput,
  output: answeredReviewsDto,
  policy: adminsOnly,
  read: async (db, { actor, input: { search, after } }) => (actor.kind === "member" ? await listAnswered(db, { search, after, actorId: actor.userId }) : null),
});

export const people = view({
  name: "admin.people",
  summary: "Everybody who has an account, the newest first, or those whose name or address is looked for.",
  input: peopleInput,
  output: peopleDto,
  policy: adminsOnly,
  read: async (db, { actor, input: { search, after } }) => (actor.kind === "member" ? await listPeople(db, { search, after, actorId: actor.userId }) : null),
});
