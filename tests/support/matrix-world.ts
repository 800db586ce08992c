import { randomUUID } from "node:crypto";
import { systemActor, type Member } from "#lib/access/actor.ts";
import { sign } from "#lib/access/signed-token.ts";
import { takeDaysOff } from "#lib/account/commands.ts";
import { askForAdvice, closeAdvice, letAdviceGo, pickUpAdvice } from "#lib/advice/commands.ts";
import { after, DAY, iso } from "#lib/base/time.ts";
import { listItems } from "#lib/guide/guide.ts";
import { settleMail, takeMail, tellEvent } from "#lib/notification/commands.ts";
import { UNSUBSCRIBING, wordsOf } from "#lib/notification/unsubscribe-token.ts";
import { db } from "#lib/platform/db.ts";
import { archiveEvidence, reviseEvidence } from "#lib/portfolio/commands.ts";
import {
  askForReview, blockMentor, claimReview, closeReview, correctVerdict, keepVerdictDraft, reassignReview, resubmitReview, withdrawReview,
} from "#lib/review/commands.ts";
import { reportMessage, resolveReport, writeMessage, writeNote } from "#lib/thread/commands.ts";
import { claimed, confirmed, evidenceOf, itemId, longAgo, look, person, returned, runOut, value, writtenEarlier } from "#tests/support/community.ts";
import { cookieOf } from "#tests/support/session-cookie.ts";

/** Those who ask over HTTP; the last two carry a session that must count for nothing. */
export const callers = ["visitor", "owner", "stranger", "holder", "mentor", "admin", "disabled", "expired"] as const;
export type Caller = (typeof callers)[number];

/** A place with one learner's evidence and review, and everybody who might reach for them. */
export interface World {
  people: Record<"owner" | "stranger" | "holder" | "mentor" | "admin" | "disabled", Member>;
  emails: { stranger: string };
  /** The Cookie header of each caller. */
  cookies: Record<Caller, string>;
  evidenceId: string;
  itemId: string;
  reviewId: string;
  /** What the holder's screen named, live or not; ids that were never given where there was none. */
  shown: { leaseId: string; versionId: string; edition: number; marks: { criterionId: string; met: boolean }[] };
  /** Answers to what was asked of the learner; empty where nothing was. */
  answers: { changeId: string; answer: string }[];
  /** What the owner was told; an id that was never given where they were told nothing. */
  notificationId: string;
  /** A mail to the owner, and a signed link that ends mails to them; an id that was never given where there is no mail. */
  mailId: string;
  unsubscribeToken: string;
  /** The holder's days off; an id that was never given where they have none. */
  daysOffId: string;
  /** What was written in the review's thread, and reported of it; ids that were never given where nothing was. */
  messageId: string;
  reportId: string;
  /** Null unless the owner has asked for advice. */
  adviceId: string | null;
}

async function makePeople(ownerRoles: "mentor"[] = []): Promise<World["people"]> {
  const [owner, stranger, holder, mentor, admin, disabled] = await Promise.all([
    person({ name: "Owner", roles: ownerRoles }), person({ name: "Stranger" }), person({ name: "Holder", roles: ["mentor"] }),
    person({ name: "Mentor", roles: ["mentor"] }), person({ name: "Admin", roles: ["admin"] }),
    person({ name: "Disabled", roles: ["mentor", "admin"], disabledAt: new Date("2026-01-01") }),
  ]);
  return { owner, stranger, holder, mentor, admin, disabled };
}

const past = new Date("2020-01-01");

async function makeCookies(people: World["people"]): Promise<World["cookies"]> {
  const { owner, stranger, holder, mentor, admin, disabled } = people;
  const [ofOwner, ofStranger, ofHolder, ofMentor, ofAdmin, ofDisabled, expired] = await Promise.all([
    cookieOf(owner), cookieOf(stranger), cookieOf(holder), cookieOf(mentor), cookieOf(admin), cookieOf(disabled), cookieOf(owner, past),
  ]);
  return { visitor: "", owner: ofOwner, stranger: ofStranger, holder: ofHolder, mentor: ofMentor, admin: ofAdmin, disabled: ofDisabled, expired };
}

const nothingShown = (): World["shown"] => ({ leaseId: randomUUID(), versionId: randomUUID(), edition: 1, marks: [] });

/** A world with an evidence that nobody was asked to review. */
async function fresh(ownerRoles: "mentor"[] = []): Promise<World> {
  const people = await makePeople(ownerRoles);
  const [cookies, { evidenceId }, { email: stranger }] = await Promise.all([
    makeCookies(people), evidenceOf(people.owner),
    db().user.findUniqueOrThrow({ where: { id: people.stranger.userId }, select: { email: true } }),
  ]);
  return {
    people, emails: { stranger }, cookies, evidenceId, itemId, reviewId: randomUUID(), shown: nothingShown(), answers: [],
    notificationId: randomUUID(), mailId: randomUUID(), unsubscribeToken: tokenOf(people.owner), daysOffId: randomUUID(),
    messageId: randomUUID(), reportId: randomUUID(), adviceId: null,
  };
}

/** The holder is away, today and for the next weeks. */
async function holderAway(): Promise<World> {
  const world = await fresh();
  const [firstDay, lastDay] = [new Date(), after(new Date(), 30 * DAY)].map((at) => iso(at).slice(0, 10));
  const { daysOffId } = value(await takeDaysOff.execute(world.people.holder, { firstDay, lastDay }));
  return { ...world, daysOffId };
}

async function ask(world: World, item = itemId, evidenceId = world.evidenceId): Promise<string> {
  return value(await askForReview.execute(world.people.owner, { evidenceId, itemId: item })).reviewId;
}

async function waiting(ownerRoles: "mentor"[] = []): Promise<World> {
  const world = await fresh(ownerRoles);
  return { ...world, reviewId: await ask(world) };
}

async function held(): Promise<World> {
  const world = await waiting();
  return { ...world, shown: await claimed(world.people.holder, world.reviewId) };
}

/** The owner has been told that their review was claimed. */
async function told(): Promise<World> {
  const world = await held();
  const { reviewId, shown: { leaseId } } = world;
  value(await tellEvent.execute(systemActor("matrix"), { eventId: randomUUID(), event: { name: "review.claimed", reviewId, leaseId } }));
  const { id: notificationId } = await db().notification.findFirstOrThrow({ where: { reviewId }, select: { id: true } });
  return { ...world, notificationId };
}

/** The owner has been told that their review was returned, and the mail about it waits. */
async function mailed(): Promise<World> {
  const world = await heldAndReturned();
  const { id: verdictId } = await db().verdict.findFirstOrThrow({ where: { reviewId: world.reviewId }, select: { id: true } });
  value(await tellEvent.execute(systemActor("matrix"), { eventId: randomUUID(), event: { name: "review.returned", reviewId: world.reviewId, verdictId } }));
  const { id: mailId } = await db().mail.findFirstOrThrow({ where: { userId: world.people.owner.userId }, select: { id: true } });
  return { ...world, mailId };
}

function tokenOf({ userId }: Member): string {
  const words = wordsOf({ userId, what: "returned" });
  return `${words}.${sign(UNSUBSCRIBING, words)}`;
}

async function heldAndReturned(): Promise<World> {
  const world = await waiting();
  const { owner, holder } = world.people;
  await returned(holder, world.reviewId);
  const { verdicts } = await look(owner, world.reviewId);
  const { leaseId } = await db().verdict.findFirstOrThrow({ where: { reviewId: world.reviewId }, select: { leaseId: true } });
  const [asked] = verdicts;
  const { version, requirement } = await look(owner, world.reviewId);
  return {
    ...world,
    shown: { leaseId, versionId: version.versionId, edition: requirement.edition, marks: [] },
    answers: (asked?.changes ?? []).map(({ changeId }) => ({ changeId, answer: "Done" })),
  };
}

async function resubmitted(): Promise<World> {
  const world = await heldAndReturned();
  value(await resubmitReview.execute(world.people.owner, { reviewId: world.reviewId, answers: world.answers }));
  return world;
}

/** Five reviews with mentors, and a sixth that therefore was not sent. */
async function overTheLimit(): Promise<World & { sent: string[] }> {
  const world = await fresh();
  const { owner } = world.people;
  const items = listItems("machine-learning-engineer").map(({ id }) => id).filter((id) => id !== itemId).slice(0, 5);
  const sent: string[] = [];
  for (const item of items) sent.push(await ask(world, item, (await evidenceOf(owner)).evidenceId));
  return { ...world, reviewId: await ask(world), sent };
}

async function update(world: World, data: Parameters<ReturnType<typeof db>["review"]["update"]>[0]["data"]): Promise<World> {
  await db().review.update({ where: { id: world.reviewId }, data, select: { id: true } });
  return world;
}

async function changed(world: Promise<World>, change: (world: World) => Promise<unknown>): Promise<World> {
  const made = await world;
  await change(made);
  return made;
}

const revision = { kind: "repository", url: "https://example.org/second", title: "Second", shows: "More" } as const;

/** What the world's people write to each other. */
export const said = { message: "Said in the thread", note: "Noted for mentors" };

/** A held review of which somebody wrote a message, and the holder a note. */
async function spoken(who: "owner" | "holder" = "owner"): Promise<World> {
  const world = await held();
  const { people, reviewId: subjectId } = world;
  value(await writeNote.execute(people.holder, { kind: "reviews", subjectId, text: said.note }));
  const { messageId } = value(await writeMessage.execute(people[who], { kind: "reviews", subjectId, text: said.message }));
  return { ...world, messageId };
}

async function reported(): Promise<World> {
  const world = await spoken();
  value(await reportMessage.execute(world.people.holder, { messageId: world.messageId, reason: "Unkind" }));
  const { id: reportId } = await db().report.findFirstOrThrow({ where: { messageId: world.messageId }, select: { id: true } });
  return { ...world, reportId };
}

/** The owner has asked for advice, and nobody has picked it up. */
async function advised(): Promise<World & { adviceId: string }> {
  const world = await fresh();
  const { people: { owner }, evidenceId } = world;
  return { ...world, adviceId: value(await askForAdvice.execute(owner, { evidenceId, itemId, question: "How do I go on?" })).adviceId };
}

async function pickedUp(): Promise<World & { adviceId: string }> {
  const world = await advised();
  value(await pickUpAdvice.execute(world.people.holder, { adviceId: world.adviceId }));
  return world;
}

const blocks = (world: World, who: "holder" | "mentor") => db().block.create({ data: { learnerId: world.people.owner.userId, mentorId: world.people[who].userId } });

/** Every state of an object that an operation may meet. */
export const states = {
  fresh: () => fresh(),
  archived: () => changed(fresh(), async ({ people, evidenceId }) => value(await archiveEvidence.execute(people.owner, { evidenceId }))),
  revised: () => changed(fresh(), async ({ people, evidenceId }) => value(await reviseEvidence.execute(people.owner, { evidenceId, basedOn: 1, ...revision }))),
  twoForItem: () => changed(fresh(), async (world) => {
    for (let index = 0; index < 2; index += 1) await ask(world, itemId, (await evidenceOf(world.people.owner)).evidenceId);
  }),
  unsent: async () => {
    const { sent: [first], ...world } = await overTheLimit();
    value(await withdrawReview.execute(world.people.owner, { reviewId: first }));
    return world;
  },
  overTheLimit: () => overTheLimit(),
  waiting: () => waiting(),
  ofMentor: () => waiting(["mentor"]),
  noHandsFree: () => changed(waiting(), async ({ people: { holder, mentor } }) =>
    db().user.updateMany({ where: { id: { in: [holder.userId, mentor.userId] } }, data: { capacity: 0 } })),
  blocked: () => changed(waiting(), async ({ people }) => db().block.create({ data: { learnerId: people.owner.userId, mentorId: people.mentor.userId } })),
  ownerDisabled: () => changed(waiting(), async ({ people }) => db().user.update({ where: { id: people.owner.userId }, data: { disabledAt: past }, select: { id: true } })),
  holderAway: () => holderAway(),
  claimed: () => held(),
  told: () => told(),
  mailed: () => mailed(),
  mailTaken: () => changed(mailed(), async ({ mailId }) => value(await takeMail.execute(systemActor("matrix"), { mailId }))),
  mailSettled: () => changed(mailed(), async ({ mailId }) => {
    value(await takeMail.execute(systemActor("matrix"), { mailId }));
    value(await settleMail.execute(systemActor("matrix"), { mailId, attempt: 1, outcome: { state: "kept", subject: "Returned", text: "A text" } }));
  }),
  forgedLink: async () => {
    const world = await fresh();
    return { ...world, unsubscribeToken: world.unsubscribeToken.replace(world.people.owner.userId, world.people.stranger.userId) };
  },
  otherVersionShown: async () => {
    const world = await held();
    return { ...world, shown: { ...world.shown, versionId: randomUUID() } };
  },
  otherEditionShown: async () => {
    const world = await held();
    return { ...world, shown: { ...world.shown, edition: world.shown.edition + 1 } };
  },
  blockedHolder: () => changed(held(), async ({ people, reviewId }) => value(await blockMentor.execute(people.owner, { reviewId, mentorId: people.holder.userId }))),
  heldOwnerDisabled: () => changed(held(), async ({ people }) => db().user.update({ where: { id: people.owner.userId }, data: { disabledAt: past }, select: { id: true } })),
  heldAndRevised: () => changed(held(), async ({ people, evidenceId }) => value(await reviseEvidence.execute(people.owner, { evidenceId, basedOn: 1, ...revision }))),
  drafted: () => changed(held(), async ({ people, reviewId, shown: { leaseId, versionId } }) => value(await keepVerdictDraft.execute(people.holder, {
    reviewId, leaseId, versionId, basedOn: 0, draft: { marks: {}, levels: {}, entries: [], summary: "A summary of my own" },
  }))),
  closedWhileHeld: () => changed(held(), async ({ people, reviewId }) => value(await closeReview.execute(people.admin, { reviewId, reason: "Spam" }))),
  corrected: () => changed(heldAndReturned(), async ({ people, reviewId }) => value(await correctVerdict.execute(people.holder, { reviewId, reason: "Oh" }))),
  reassigned: () => changed(held(), async ({ people, reviewId }) =>
    value(await reassignReview.execute(people.admin, { reviewId, mentorId: people.mentor.userId, reason: "Knows more" }))),
  judgedLongAgo: () => changed(heldAndReturned(), async ({ reviewId }) => longAgo(reviewId)),
  askedAgain: async () => {
    const world = await waiting();
    await confirmed(world.people.holder, world.reviewId);
    await ask(world);
    return world;
  },
  judgeBlocked: () => changed(heldAndReturned(), async ({ people, reviewId }) =>
    value(await blockMentor.execute(people.owner, { reviewId, mentorId: people.holder.userId }))),
  judgeWithoutHands: () => changed(heldAndReturned(), async ({ people }) => db().user.update({ where: { id: people.holder.userId }, data: { capacity: 0 }, select: { id: true } })),
  targetDisabled: () => changed(waiting(), async ({ people }) => db().user.update({ where: { id: people.mentor.userId }, data: { disabledAt: past }, select: { id: true } })),
  lapsed: () => changed(held(), async ({ reviewId }) => runOut(reviewId)),
  takenOver: () => changed(held(), async ({ people, reviewId }) => {
    await runOut(reviewId);
    value(await claimReview.execute(people.mentor, { reviewId }));
  }),
  returned: () => heldAndReturned(),
  reserved: () => resubmitted(),
  reservationOver: async () => await update(await resubmitted(), { reservedUntil: past }),
  confirmed: async () => {
    const world = await waiting();
    await confirmed(world.people.holder, world.reviewId);
    const { leaseId, versionId, edition } = await db().verdict.findFirstOrThrow({ where: { reviewId: world.reviewId } });
    return { ...world, shown: { leaseId, versionId, edition, marks: [] } };
  },
  advised: () => advised(),
  advisedMentorBlocked: () => changed(advised(), async (world) => blocks(world, "mentor")),
  advisedThenDisabled: () => changed(pickedUp(), async ({ people }) => db().user.update({ where: { id: people.owner.userId }, data: { disabledAt: past }, select: { id: true } })),
  advicePickedUp: () => pickedUp(),
  adviceLetGo: async () => {
    const world = await pickedUp();
    value(await letAdviceGo.execute(world.people.holder, { adviceId: world.adviceId }));
    return world;
  },
  adviserBlocked: () => changed(pickedUp(), async (world) => blocks(world, "holder")),
  adviceClosed: async () => {
    const world = await pickedUp();
    value(await closeAdvice.execute(world.people.owner, { adviceId: world.adviceId }));
    return world;
  },
  spoken: () => spoken(),
  spokenByHolder: () => spoken("holder"),
  spokenLongAgo: () => changed(spoken(), async ({ messageId }) => writtenEarlier(messageId, 16)),
  spokenThenBlocked: () => changed(spoken("holder"), async ({ people, reviewId }) =>
    value(await blockMentor.execute(people.owner, { reviewId, mentorId: people.holder.userId }))),
  spokenThenLapsed: () => changed(spoken("holder"), async ({ reviewId }) => runOut(reviewId)),
  spokenThenWithdrawn: () => changed(spoken(), async ({ people, reviewId }) => value(await withdrawReview.execute(people.owner, { reviewId }))),
  reported: () => reported(),
  reportResolved: () => changed(reported(), async ({ people, reportId }) => value(await resolveReport.execute(people.admin, { reportId, outcome: "removed" }))),
  withdrawn: () => changed(waiting(), async ({ people, reviewId }) => value(await withdrawReview.execute(people.owner, { reviewId }))),
} satisfies Record<string, () => Promise<World>>;

export type StateName = keyof typeof states;
