import { randomBytes, randomUUID } from "node:crypto";
import { member, systemActor, visitor, type Member, type Role } from "#lib/access/actor.ts";
import type { Outcome } from "#lib/access/command.ts";
import { grantRole, signUp } from "#lib/account/commands.ts";
import { askForAdvice } from "#lib/advice/commands.ts";
import { keepAccounts, type DemoAccounts } from "#lib/ops/demo.ts";
import { closeDb, db } from "#lib/platform/db.ts";
import { closeJobs } from "#lib/platform/jobs.ts";
import { addEvidence, reviseEvidence } from "#lib/portfolio/commands.ts";
import { acknowledgeReview, askForInformation, askForReview, claimReview, confirmReview, resubmitReview, returnWithChanges } from "#lib/review/commands.ts";
import type { ReviewDto } from "#lib/review/schema.ts";
import { review } from "#lib/review/views.ts";
import { setItemState } from "#lib/roadmap/commands.ts";
import type { State } from "#lib/roadmap/schema.ts";
import { writeMessage } from "#lib/thread/commands.ts";

// A small, believable community, made through the same commands that people use, so it can hold nothing that they could not have made.
const password = randomBytes(9).toString("base64url");

const people = {
  learner: { name: "Noor Haddad", email: "learner@cairn.example", roles: [] },
  learner2: { name: "Tomás Rivera", email: "learner2@cairn.example", roles: [] },
  mentor: { name: "Ada Kowalczyk", email: "mentor@cairn.example", roles: ["mentor"] },
  mentor2: { name: "Samuel Osei", email: "mentor2@cairn.example", roles: ["mentor"] },
  admin: { name: "Ines Lindqvist", email: "admin@cairn.example", roles: ["admin"] },
} satisfies Record<keyof DemoAccounts, { name: string; email: string; roles: Role[] }>;

// Only a community that is its own may be made anew: one person with another address, and nothing is touched.
const addresses = Object.values(people).map(({ email }) => email);
if ((await db().user.count({ where: { email: { notIn: addresses } } })) === 0) {
  await db().$executeRaw`TRUNCATE users, evidences, reviews, verdicts, confirmations, requirements, idempotency_records CASCADE`;
  if (!process.argv.includes("--only-clear")) await seed();
}
await closeJobs();
await closeDb();

async function seed(): Promise<void> {
  const cast = {} as Record<keyof DemoAccounts, Member>;
  for (const key of Object.keys(people) as (keyof DemoAccounts)[]) cast[key] = await join(people[key]);
  await walk(cast.learner, { done: ["logistic-regression", "pca", "statistical-comparison"], learning: ["vectorise"] });
  await walk(cast.learner2, { done: ["logistic-regression"], learning: ["pca"] });
  await confirmedReview(cast);
  await returnedReview(cast);
  await waitingReviews(cast);
  await unfinishedWork(cast);
  const accounts = Object.fromEntries(Object.entries(people).map(([key, { email }]) => [key, { email, password }]));
  keepAccounts(process.env.CAIRN_DATA!, accounts as DemoAccounts);
}

async function join({ name, email, roles }: { name: string; email: string; roles: Role[] }): Promise<Member> {
  const { userId } = value(await signUp.execute(visitor, { name, email, password }));
  for (const role of roles) value(await grantRole.execute(systemActor("seed"), { email, role }));
  return member({ userId, name, roles });
}

/** The states a learner has set; an item's name is the last part of its id. */
async function walk(learner: Member, states: Partial<Record<State, string[]>>): Promise<void> {
  const device = randomUUID();
  let sequence = 0;
  for (const [state, items] of Object.entries(states)) {
    for (const item of items) {
      value(await setItemState.execute(learner, { itemId: foundations(item), state, device, sequence: (sequence += 1), ageMs: 60_000 }));
    }
  }
}

async function confirmedReview({ learner, mentor }: Record<keyof DemoAccounts, Member>): Promise<void> {
  const reviewId = await ask(learner, "logistic-regression", {
    kind: "repository", url: "https://example.org/noor/logistic-regression", title: "Logistic regression without a library",
    shows: "The gradient is derived in the notebook and checked numerically to 1e-7. Twelve tests run on every push; the coefficients agree with scikit-learn to four decimals.",
  });
  const shown = await claim(mentor, reviewId);
  value(await confirmReview.execute(mentor, { ...shown, summary: "Clear derivation, and the numerical check would have caught the usual sign error." }));
  value(await acknowledgeReview.execute(learner, { reviewId }));
}

async function returnedReview({ learner, mentor, mentor2 }: Record<keyof DemoAccounts, Member>): Promise<void> {
  const content = {
    kind: "notebook", url: "https://example.org/noor/pca-two-ways", title: "PCA two ways",
    shows: "Eigen-decomposition and SVD side by side on the wine data, with a plot of explained variance.",
  };
  const reviewId = await ask(learner, "pca", content, "I am not sure whether the plot says enough.");
  const first = await claim(mentor, reviewId);
  value(await askForInformation.execute(mentor, { ...first, marks: [], questions: ["Which of the two routes did you scale the data for, and why?"] }));
  const { evidenceId, verdicts } = await look(learner, reviewId);
  value(await reviseEvidence.execute(learner, { evidenceId, ...content, shows: `${content.shows} Both routes run on standardised columns.`, basedOn: 1 }));
  const [question] = verdicts[0]!.changes;
  value(await resubmitReview.execute(learner, { reviewId, answers: [{ changeId: question!.changeId, answer: "Both: the columns have different units. I added a sentence about it." }] }));
  const second = await claim(mentor, reviewId);
  const [met, read, scaling] = second.marks;
  value(await returnWithChanges.execute(mentor, {
    ...second,
    marks: [met, read, { ...scaling, met: false, note: "Standardised everywhere, so the difference is never seen." }].filter((mark) => mark !== undefined),
    changes: ["Show one case where scaling changes the answer: leave one column in its own unit and compare the first component."],
    summary: "Nearly there. One criterion is left.",
  }));
  const say = async (who: Member, text: string) => value(await writeMessage.execute(who, { kind: "reviews", subjectId: reviewId, text }));
  await say(learner, "Thank you. Would `alcohol` be a good column to leave in its own unit, or is its spread too small to show anything?");
  await say(mentor, "Its spread is small, so little would change. Take the one with the **largest variance** and say why you expect the first component to follow it.");
  const held = await ask(learner, "statistical-comparison", {
    kind: "article", url: "https://example.org/noor/two-classifiers", title: "Are these two classifiers different?",
    shows: "A paired comparison over ten repeats with its assumptions stated first, an effect size with an interval, and a bootstrap beside it.",
  });
  value(await claimReview.execute(mentor2, { reviewId: held }));
}

async function waitingReviews({ learner2, mentor2 }: Record<keyof DemoAccounts, Member>): Promise<void> {
  await ask(learner2, "logistic-regression", {
    kind: "repository", url: "https://example.org/tomas/logit", title: "Logit from first principles",
    shows: "Gradient, tests and a comparison with a reference implementation. The README says how to run it.",
  }, "Is the tolerance I chose strict enough?");
  await ask(mentor2, "vectorise", {
    kind: "notebook", url: "https://example.org/samuel/distances", title: "Pairwise distances, 40 times faster",
    shows: "A profile of the loop, the vectorised version, and a test that both agree.",
  });
}

async function unfinishedWork({ learner2 }: Record<keyof DemoAccounts, Member>): Promise<void> {
  const { evidenceId } = value(await addEvidence.execute(learner2, {
    kind: "notebook", url: "https://example.org/tomas/pca-draft", title: "PCA, first half", itemIds: [foundations("pca")],
    shows: "The eigen-decomposition works; the SVD is still missing.",
  }));
  const question = "My components have the opposite sign of the reference. Is that an error, or can both be right?";
  value(await askForAdvice.execute(learner2, { evidenceId, itemId: foundations("pca"), question }));
}

type Content = { kind: string; url: string; title: string; shows: string };

async function ask(learner: Member, item: string, content: Content, question = ""): Promise<string> {
  const { evidenceId } = value(await addEvidence.execute(learner, { ...content, itemIds: [foundations(item)] }));
  return value(await askForReview.execute(learner, { evidenceId, itemId: foundations(item), question })).reviewId;
}

/** Claims, and answers what a verdict on it names, with every criterion met. */
async function claim(mentor: Member, reviewId: string) {
  value(await claimReview.execute(mentor, { reviewId }));
  const { lease, version, requirement } = await look(mentor, reviewId);
  const marks = requirement.criteria.map(({ id }) => ({ criterionId: id, met: true, note: "" }));
  return { reviewId, leaseId: lease!.leaseId!, versionId: version.versionId, edition: requirement.edition, marks };
}

async function look(actor: Member, reviewId: string): Promise<ReviewDto> {
  return value(await review.execute(actor, { reviewId }));
}

function foundations(item: string): string {
  return `mle.foundations.${item}`;
}

function value<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The demo community could not be made: ${outcome.reason} ${JSON.stringify(outcome.errors ?? outcome.message)}`);
}
