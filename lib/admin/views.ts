import "server-only";
import { z } from "zod";
import { view } from "#lib/access/view.ts";
import { listMentors } from "#lib/account/store.ts";
import { adminsOnly } from "#lib/admin/policy.ts";
import { adminReviewsDto } from "#lib/admin/schema.ts";
import { listLoads, listMentorsTurn } from "#lib/review/store.ts";

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
