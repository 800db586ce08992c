import type * as accountCommands from "#lib/account/commands.ts";
import type * as accountViews from "#lib/account/views.ts";
import type * as adminViews from "#lib/admin/views.ts";
import type * as adviceCommands from "#lib/advice/commands.ts";
import type * as adviceViews from "#lib/advice/views.ts";
import type * as notificationCommands from "#lib/notification/commands.ts";
import type * as notificationViews from "#lib/notification/views.ts";
import type * as portfolioCommands from "#lib/portfolio/commands.ts";
import type * as portfolioViews from "#lib/portfolio/views.ts";
import type * as reviewCommands from "#lib/review/commands.ts";
import type * as reviewViews from "#lib/review/views.ts";
import type * as roadmapCommands from "#lib/roadmap/commands.ts";
import type * as roadmapViews from "#lib/roadmap/views.ts";
import type * as threadCommands from "#lib/thread/commands.ts";
import type * as threadViews from "#lib/thread/views.ts";
import { DAY } from "#lib/base/time.ts";
import { said, type StateName, type World } from "#tests/support/matrix-world.ts";

type Status = 200 | 204 | 401 | 403 | 404 | 409 | 422;

/**
 * What each kind of actor is answered. Signed out stands for three: a visitor, a session that ran out, and the session of a
 * disabled account (of a mentor and admin). Holder and mentor are two mentors; the holder is the one whom the review knows.
 */
type Statuses = readonly [
  signedOut: Status, owner: Status, stranger: Status, holder: Status, mentor: Status, admin: Status, system: Status,
];

/** Who finds the world's object in a list that they may read. */
type Finds = readonly [owner: boolean, stranger: boolean, holder: boolean, mentor: boolean, admin: boolean];

type Cells<Value> = Partial<Record<StateName, Value>>;

export interface Row {
  /** The operation's name, as the API has it. */
  name: string;
  /** Who judges it. Some stores would refuse the same people again; the policy is asked all the same. */
  policy: string;
  /** A valid input for the world; what stands in the path is taken from it. */
  input: (world: World) => Record<string, unknown>;
  cells: Cells<Statuses>;
  finds?: { id: (world: World) => string; in: Cells<Finds> };
}

type Operations<Commands, Views = Record<never, never>> = Record<keyof Commands | keyof Views, Row>;

const nothing = () => ({});
const everybody: Statuses = [200, 200, 200, 200, 200, 200, 200];
const members: Statuses = [401, 200, 200, 200, 200, 200, 404];
const membersDone: Statuses = [401, 204, 204, 204, 204, 204, 404];
const members404: Statuses = [401, 404, 404, 404, 404, 404, 404];
const systemOnly = (done: 200 | 204): Statuses => [401, 404, 404, 404, 404, 404, done];

const admins: Statuses = [401, 403, 403, 403, 403, 200, 403];
const mentors: Statuses = [401, 403, 403, 200, 200, 403, 403];
const mentorsDone: Statuses = [401, 403, 403, 204, 204, 403, 404];

/** The day, in UTC, that many days from now. */
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const address = () => `matrix-${crypto.randomUUID()}@example.org`;

const account: Operations<typeof accountCommands, typeof accountViews> = {
  me: { name: "account.me", policy: "anyone", input: nothing, cells: { fresh: everybody } },
  signUp: {
    name: "account.signUp", policy: "anyone", input: () => ({ name: "New", email: address(), password: "four words and more" }), cells: { fresh: everybody },
  },
  signIn: {
    name: "account.signIn", policy: "anyone", input: () => ({ email: address(), password: "not the right one", address: "192.0.2.1", replaces: null, browser: "a browser of twenty characters" }),
    cells: { fresh: [422, 422, 422, 422, 422, 422, 422] },
  },
  signOut: { name: "account.signOut", policy: "anyone", input: () => ({ token: "unknown" }), cells: { fresh: [204, 204, 204, 204, 204, 204, 204] } },
  grantRole: {
    name: "account.grantRole", policy: "systemOnly", input: ({ emails }) => ({ email: emails.stranger, role: "admin" }), cells: { fresh: systemOnly(200) },
  },
  mentorProfile: { name: "account.mentorProfile", policy: "mentorsOnly", input: nothing, cells: { fresh: mentors } },
  keepMentorProfile: {
    name: "account.keepMentorProfile", policy: "mentorsOnly",
    input: () => ({ steps: ["mle.foundations"], capacity: 2, workingDays: [1, 3], timeZone: "Asia/Kathmandu" }), cells: { fresh: mentorsDone },
  },
  setTimeZone: { name: "account.setTimeZone", policy: "membersOnly", input: () => ({ timeZone: "Asia/Kathmandu" }), cells: { fresh: membersDone } },
  takeDaysOff: {
    name: "account.takeDaysOff", policy: "canTakeDaysOff", input: () => ({ firstDay: inDays(10), lastDay: inDays(12) }),
    cells: { fresh: [401, 403, 403, 200, 200, 403, 404], holderAway: [401, 403, 403, 409, 200, 403, 404] },
  },
  cancelDaysOff: {
    name: "account.cancelDaysOff", policy: "canCancelDaysOff", input: ({ daysOffId }) => ({ daysOffId }),
    cells: { fresh: members404, holderAway: [401, 404, 404, 204, 404, 404, 404] },
  },
  noticeAbsence: {
    name: "account.noticeAbsence", policy: "systemOnly", input: ({ daysOffId }) => ({ daysOffId }),
    cells: { holderAway: systemOnly(204), fresh: members404 },
  },
  disableAccount: {
    name: "account.disable", policy: "canDisable", input: ({ people }) => ({ userId: people.stranger.userId }), cells: { fresh: [401, 404, 404, 404, 404, 204, 404] },
  },
  enableAccount: {
    name: "account.enable", policy: "canDisable", input: ({ people }) => ({ userId: people.disabled.userId }), cells: { fresh: [401, 404, 404, 404, 404, 204, 404] },
  },
  pruneSessions: { name: "account.pruneSessions", policy: "systemOnly", input: nothing, cells: { fresh: systemOnly(204) } },
};

const work = { kind: "repository", url: "https://example.org/new", title: "New", shows: "What is new" };
const evidence = ({ evidenceId }: World) => ({ evidenceId });
const evidenceItem = ({ evidenceId, itemId }: World) => ({ evidenceId, itemId });
const ownerAlone = (owner: Status): Statuses => [401, owner, 404, 404, 404, 404, 404];

const portfolio: Operations<typeof portfolioCommands, typeof portfolioViews> = {
  portfolio: {
    name: "portfolio.mine", policy: "membersOnly", input: nothing, cells: { fresh: members, archived: members, claimed: members, confirmed: members },
    finds: {
      id: ({ evidenceId }) => evidenceId,
      in: {
        fresh: [true, false, false, false, false], archived: [false, false, false, false, false],
        claimed: [true, false, false, false, false], confirmed: [true, false, false, false, false],
      },
    },
  },
  addEvidence: { name: "portfolio.addEvidence", policy: "canAdd", input: () => ({ ...work, itemIds: [] }), cells: { fresh: members } },
  reviseEvidence: {
    name: "portfolio.reviseEvidence", policy: "canRevise", input: ({ evidenceId }) => ({ evidenceId, ...work, basedOn: 1 }),
    cells: { fresh: ownerAlone(200), waiting: ownerAlone(200), claimed: ownerAlone(200), revised: ownerAlone(409), archived: ownerAlone(404) },
  },
  attachEvidence: {
    name: "portfolio.attachEvidence", policy: "canEdit", input: evidenceItem,
    cells: { fresh: ownerAlone(200), waiting: ownerAlone(200), archived: ownerAlone(404) },
  },
  detachEvidence: {
    name: "portfolio.detachEvidence", policy: "canEdit", input: evidenceItem,
    cells: { fresh: ownerAlone(200), waiting: ownerAlone(200), archived: ownerAlone(404) },
  },
  archiveEvidence: {
    name: "portfolio.archiveEvidence", policy: "canArchive", input: evidence,
    cells: {
      fresh: ownerAlone(204), unsent: ownerAlone(409), waiting: ownerAlone(409), claimed: ownerAlone(409), returned: ownerAlone(409),
      confirmed: ownerAlone(204), withdrawn: ownerAlone(204), archived: ownerAlone(404),
    },
  },
};

/** Ticks go to the account that the person was shown; to whoever else is signed in by then, they do not. */
const shownAccount: Statuses = [401, 200, 409, 409, 409, 409, 404];

const roadmap: Operations<typeof roadmapCommands, typeof roadmapViews> = {
  roadmap: {
    name: "roadmap.mine", policy: "membersOnly", input: () => ({ guide: "machine-learning-engineer" }), cells: { fresh: members, confirmed: members },
    finds: { id: ({ reviewId }) => reviewId, in: { confirmed: [true, false, false, false, false] } },
  },
  setItemState: {
    name: "roadmap.setItemState", policy: "membersOnly",
    input: ({ itemId }) => ({ itemId, state: "done", device: crypto.randomUUID(), sequence: 1, ageMs: 0 }), cells: { fresh: members },
  },
  mergeItemStates: {
    name: "roadmap.mergeItemStates", policy: "canMerge",
    input: ({ itemId, people }) => ({
      account: people.owner.userId, device: crypto.randomUUID(), changes: [{ itemId, state: "done", sequence: 1, ageMs: 0 }],
    }),
    cells: { fresh: shownAccount },
  },
  undoMerge: {
    name: "roadmap.undoMerge", policy: "canMerge",
    input: ({ itemId, people }) => ({ account: people.owner.userId, device: crypto.randomUUID(), items: [{ itemId, before: null }] }),
    cells: { fresh: shownAccount },
  },
};

const one = ({ reviewId }: World) => ({ reviewId });
const underLease = ({ reviewId, shown: { leaseId } }: World) => ({ reviewId, leaseId });
const verdict = ({ reviewId, shown }: World) => ({ reviewId, ...shown });

const reason = "That was a mistake";

const aDraft = { marks: {}, levels: {}, entries: ["What about the tests?"], summary: "A summary of my own" };

/** Of those who are told of a review: owner, holder, mentor and admin; strangers and the signed out never are. */
const seen = (owner: Status, holder: Status, mentor: Status, admin: Status): Statuses => [401, owner, 404, holder, mentor, admin, 404];

/** An own review can be claimed by nobody: its owner is told so, all who are no mentors are told nothing. */
const claim = (holder: Status, mentor: Status, owner: Status = 403): Statuses => [401, owner, 404, holder, mentor, 404, 404];

/** What needs a lease is for the mentor whom it was given to; everybody else learns nothing. */
const leased = (holder: Status): Statuses => [401, 404, 404, holder, 404, 404, 404];
const leased401 = (holder: Status): Statuses => [401, 401, 404, holder, 404, 404, 404];

/** What admins alone may do; nobody else learns anything. */
const adminsOnly = (admin: Status): Statuses => [401, 404, 404, 404, 404, admin, 404];

const verdictCells: Cells<Statuses> = {
  unsent: leased(404), waiting: leased(404), claimed: leased(200), otherVersionShown: leased(409), otherEditionShown: leased(409),
  lapsed: leased(409), takenOver: leased(409), returned: leased(409), reserved: leased(409), confirmed: leased(409), withdrawn: leased(404),
  blockedHolder: leased(404), heldOwnerDisabled: leased401(404), closedWhileHeld: leased(409),
};

const notNow = { confirmed: ownerAlone(409), withdrawn: ownerAlone(409), fresh: members404 } satisfies Cells<Statuses>;

const review: Operations<typeof reviewCommands, typeof reviewViews> = {
  myReviews: {
    name: "review.mine", policy: "membersOnly", input: nothing, cells: { waiting: members, claimed: members, confirmed: members },
    finds: {
      id: ({ reviewId }) => reviewId,
      in: { waiting: [true, false, false, false, false], claimed: [true, false, false, false, false], confirmed: [true, false, false, false, false] },
    },
  },
  reviewQueue: {
    name: "review.queue", policy: "mentorsOnly", input: nothing,
    cells: {
      unsent: mentors, waiting: mentors, blocked: mentors, blockedHolder: mentors, claimed: mentors, lapsed: mentors, returned: mentors, reserved: mentors,
      reservationOver: mentors, confirmed: mentors, withdrawn: mentors,
      ofMentor: [401, 200, 403, 200, 200, 403, 403], ownerDisabled: [401, 401, 403, 200, 200, 403, 403],
    },
    finds: {
      id: ({ reviewId }) => reviewId,
      in: {
        unsent: [false, false, false, false, false], waiting: [false, false, true, true, false], ofMentor: [false, false, true, true, false],
        blocked: [false, false, true, false, false], blockedHolder: [false, false, false, true, false], ownerDisabled: [false, false, false, false, false],
        claimed: [false, false, true, false, false], lapsed: [false, false, true, true, false], returned: [false, false, false, false, false],
        reserved: [false, false, true, false, false], reservationOver: [false, false, true, true, false],
        confirmed: [false, false, false, false, false], withdrawn: [false, false, false, false, false],
      },
    },
  },
  review: {
    name: "review.one", policy: "membersOnly", input: one,
    cells: {
      fresh: members404, unsent: seen(200, 404, 404, 404), waiting: seen(200, 200, 200, 404), blocked: seen(200, 200, 404, 404),
      ownerDisabled: seen(401, 404, 404, 404), claimed: seen(200, 200, 404, 200), blockedHolder: seen(200, 404, 200, 404),
      lapsed: seen(200, 200, 200, 404), takenOver: seen(200, 404, 200, 200), returned: seen(200, 200, 404, 200),
      reserved: seen(200, 200, 404, 404), reservationOver: seen(200, 200, 200, 404), confirmed: seen(200, 200, 404, 404),
      withdrawn: seen(200, 404, 404, 404), closedWhileHeld: seen(200, 404, 404, 404), corrected: seen(200, 200, 404, 200),
      reassigned: seen(200, 404, 200, 404),
    },
  },
  reviewWaitingTime: { name: "review.waitingTime", policy: "membersOnly", input: nothing, cells: { waiting: members } },
  reviewPlace: {
    name: "review.place", policy: "membersOnly", input: one,
    cells: {
      fresh: members404, unsent: ownerAlone(200), waiting: ownerAlone(200), claimed: ownerAlone(200), lapsed: ownerAlone(200), withdrawn: ownerAlone(200),
    },
  },
  myWork: { name: "review.myWork", policy: "mentorsOnly", input: nothing, cells: { waiting: mentors, confirmed: mentors } },
  askForReview: {
    name: "review.ask", policy: "canAsk", input: ({ evidenceId, itemId }) => ({ evidenceId, itemId, question: "Is this enough?" }),
    cells: {
      fresh: ownerAlone(200), archived: ownerAlone(404), twoForItem: ownerAlone(409), unsent: ownerAlone(409), waiting: ownerAlone(409),
      claimed: ownerAlone(409), returned: ownerAlone(409), confirmed: ownerAlone(200), withdrawn: ownerAlone(200),
    },
  },
  sendReview: {
    name: "review.send", policy: "canSend", input: one,
    cells: {
      ...notNow, unsent: ownerAlone(200), overTheLimit: ownerAlone(409), waiting: ownerAlone(409), claimed: ownerAlone(409),
      lapsed: ownerAlone(409), returned: ownerAlone(409),
    },
  },
  discardReview: {
    name: "review.discard", policy: "canDiscard", input: one,
    cells: { ...notNow, unsent: ownerAlone(204), waiting: ownerAlone(409), claimed: ownerAlone(409), lapsed: ownerAlone(409), returned: ownerAlone(409) },
  },
  claimReview: {
    name: "review.claim", policy: "canClaim", input: one,
    cells: {
      fresh: members404, unsent: claim(404, 404), waiting: claim(200, 200), ofMentor: claim(200, 200), noHandsFree: claim(409, 409),
      blocked: claim(200, 404), ownerDisabled: claim(404, 404, 401), claimed: claim(409, 409), lapsed: claim(200, 200),
      takenOver: claim(409, 409), returned: claim(409, 409), reserved: claim(200, 404), reservationOver: claim(200, 200),
      confirmed: claim(409, 409), withdrawn: claim(409, 409),
    },
  },
  releaseReview: {
    name: "review.release", policy: "canRelease", input: underLease,
    cells: {
      unsent: leased(404), waiting: leased(404), claimed: leased(200), lapsed: leased(409), takenOver: leased(409), returned: leased(409),
      reserved: leased(409), confirmed: leased(409), withdrawn: leased(404), blockedHolder: leased(404), heldOwnerDisabled: leased401(404),
    },
  },
  takeNewVersion: {
    name: "review.takeNewVersion", policy: "canTakeNewVersion", input: underLease,
    cells: { claimed: leased(409), heldAndRevised: leased(200), lapsed: leased(409), takenOver: leased(409), blockedHolder: leased(404), withdrawn: leased(404) },
  },
  takeNext: {
    name: "review.takeNext", policy: "canTakeNext", input: nothing,
    cells: { waiting: [401, 403, 403, 200, 200, 403, 404], noHandsFree: [401, 403, 403, 409, 409, 403, 404] },
  },
  keepVerdictDraft: {
    name: "review.keepDraft", policy: "canKeepDraft", input: (world) => ({ ...underLease(world), versionId: world.shown.versionId, basedOn: 0, draft: aDraft }),
    cells: {
      unsent: leased(404), waiting: leased(404), claimed: leased(200), drafted: leased(409), lapsed: leased(200), takenOver: leased(200),
      returned: leased(409), blockedHolder: leased(404), heldOwnerDisabled: leased401(404), withdrawn: leased(404),
    },
  },
  verdictDraft: {
    name: "review.draft", policy: "mentorsOnly", input: one, cells: { claimed: mentors, drafted: mentors },
    finds: { id: () => aDraft.summary, in: { claimed: [false, false, false, false, false], drafted: [false, false, true, false, false] } },
  },
  returnWithChanges: {
    name: "review.returnWithChanges", policy: "canReturn", input: (world) => ({ ...verdict(world), changes: ["Please add tests."] }), cells: verdictCells,
  },
  askForInformation: {
    name: "review.askForInformation", policy: "canAskForInformation", input: (world) => ({ ...verdict(world), questions: ["Which data is this?"] }), cells: verdictCells,
  },
  confirmReview: { name: "review.confirm", policy: "canConfirm", input: verdict, cells: verdictCells },
  resubmitReview: {
    name: "review.resubmit", policy: "canResubmit", input: ({ reviewId, answers }) => ({ reviewId, answers }),
    cells: {
      ...notNow, unsent: ownerAlone(409), waiting: ownerAlone(409), claimed: ownerAlone(409), lapsed: ownerAlone(409), returned: ownerAlone(200),
      reserved: ownerAlone(409),
    },
  },
  withdrawReview: {
    name: "review.withdraw", policy: "canWithdraw", input: one,
    cells: {
      ...notNow, unsent: ownerAlone(409), waiting: ownerAlone(200), claimed: ownerAlone(200), lapsed: ownerAlone(200), returned: ownerAlone(200),
      reserved: ownerAlone(200),
    },
  },
  acknowledgeReview: {
    name: "review.acknowledge", policy: "canAcknowledge", input: one,
    cells: { ...notNow, confirmed: ownerAlone(200), waiting: ownerAlone(409), claimed: ownerAlone(409), returned: ownerAlone(409) },
  },
  correctVerdict: {
    name: "review.correct", policy: "canCorrect", input: (world) => ({ ...one(world), reason }),
    cells: {
      fresh: members404, waiting: leased(404), claimed: leased(404), returned: leased(200), confirmed: leased(200), reserved: leased(409),
      judgedLongAgo: leased(409), askedAgain: leased(409), withdrawn: leased(404), judgeBlocked: leased(404), judgeWithoutHands: leased(409),
    },
  },
  reopenReview: {
    name: "review.reopen", policy: "canReopen", input: (world) => ({ ...one(world), reason }),
    cells: {
      fresh: members404, waiting: adminsOnly(409), claimed: adminsOnly(409), returned: adminsOnly(200), confirmed: adminsOnly(200),
      judgedLongAgo: adminsOnly(200), askedAgain: adminsOnly(409), withdrawn: adminsOnly(409),
    },
  },
  reassignReview: {
    name: "review.reassign", policy: "canReassign", input: (world) => ({ ...one(world), mentorId: world.people.mentor.userId, reason }),
    cells: {
      fresh: members404, unsent: adminsOnly(409), waiting: adminsOnly(200), claimed: adminsOnly(200), lapsed: adminsOnly(200), returned: adminsOnly(200),
      reserved: adminsOnly(200), confirmed: adminsOnly(409), withdrawn: adminsOnly(409), blocked: adminsOnly(422), targetDisabled: [401, 404, 404, 404, 401, 422, 404],
    },
  },
  closeReview: {
    name: "review.close", policy: "canClose", input: (world) => ({ ...one(world), reason }),
    cells: {
      fresh: members404, unsent: adminsOnly(409), waiting: adminsOnly(200), claimed: adminsOnly(200), lapsed: adminsOnly(200), returned: adminsOnly(200),
      reserved: adminsOnly(200), confirmed: adminsOnly(409), withdrawn: adminsOnly(409),
    },
  },
  blockMentor: {
    name: "review.block", policy: "canBlock", input: (world) => ({ ...one(world), mentorId: world.people.holder.userId }),
    cells: { fresh: members404, waiting: ownerAlone(404), claimed: ownerAlone(204), returned: ownerAlone(204), confirmed: ownerAlone(204), blockedHolder: ownerAlone(204) },
  },
  unblockMentor: {
    name: "review.unblock", policy: "membersOnly", input: ({ people }) => ({ mentorId: people.mentor.userId }), cells: { fresh: membersDone, blocked: membersDone },
  },
  blockedMentors: {
    name: "review.blocks", policy: "membersOnly", input: nothing, cells: { fresh: members, blocked: members },
    finds: { id: ({ people }) => people.mentor.userId, in: { fresh: [false, false, false, false, false], blocked: [true, false, false, false, false] } },
  },
  handOverReviews: {
    name: "review.handOver", policy: "systemOnly", input: ({ people }) => ({ mentorId: people.holder.userId, learnerId: null, reason: "away" }), cells: { reserved: systemOnly(200) },
  },
  recordLapses: { name: "review.recordLapses", policy: "systemOnly", input: nothing, cells: { lapsed: systemOnly(200) } },
};

const talk = ({ reviewId, adviceId }: World) => (adviceId === null ? { kind: "reviews", subjectId: reviewId } : { kind: "advice", subjectId: adviceId });
const message = ({ messageId }: World) => ({ messageId });

/**
 * Those who have a part in a review's thread: its learner, whoever holds it or judged it last, and admins while it is held or returned.
 * A mentor who merely could claim it reads and writes nothing, and is told nothing.
 */
const parties = (owner: Status, holder: Status, mentor: Status, admin: Status, ended: Status = owner, over: Status = holder): Cells<Statuses> => ({
  fresh: members404, waiting: seen(owner, 404, 404, 404), blocked: seen(owner, 404, 404, 404), ownerDisabled: seen(401, 404, 404, 404),
  claimed: seen(owner, holder, 404, admin), blockedHolder: seen(owner, 404, 404, 404), heldOwnerDisabled: seen(401, 404, 404, admin),
  lapsed: seen(owner, 404, 404, 404), takenOver: seen(owner, 404, mentor, admin), returned: seen(owner, holder, 404, admin),
  judgeBlocked: seen(owner, 404, 404, admin), reserved: seen(owner, holder, 404, 404), reservationOver: seen(owner, holder, 404, 404),
  reassigned: seen(owner, 404, 404, 404), confirmed: seen(owner, holder, 404, 404), corrected: seen(owner, holder, 404, admin),
  unsent: seen(ended, 404, 404, 404), withdrawn: seen(ended, 404, 404, 404), closedWhileHeld: seen(ended, 404, 404, 404),
  // Of an advice: its learner, and whoever has picked it up.
  advised: seen(owner, 404, 404, 404), advicePickedUp: seen(owner, holder, 404, 404), adviceLetGo: seen(owner, 404, 404, 404),
  adviserBlocked: seen(owner, 404, 404, 404), advisedThenDisabled: seen(401, 404, 404, 404),
  adviceClosed: seen(ended, over, 404, 404),
});

const forParties: Statuses = seen(200, 200, 404, 200);
const afterwards = {
  spokenThenBlocked: seen(200, 404, 404, 404), spokenThenLapsed: seen(200, 404, 404, 404), spokenThenWithdrawn: seen(200, 404, 404, 404),
} satisfies Cells<Statuses>;

const thread: Operations<typeof threadCommands, typeof threadViews> = {
  thread: {
    name: "thread.messages", policy: "membersOnly", input: talk, cells: { ...parties(200, 200, 200, 200), ...afterwards, spoken: forParties, reportResolved: forParties },
    finds: {
      id: () => said.message,
      in: { spoken: [true, false, true, false, true], spokenThenWithdrawn: [true, false, false, false, false], reportResolved: [false, false, false, false, false] },
    },
  },
  writeMessage: { name: "thread.write", policy: "canWrite", input: (world) => ({ ...talk(world), text: "Written by the matrix" }), cells: parties(200, 200, 200, 403, 409, 409) },
  markThreadRead: {
    name: "thread.read", policy: "canRead", input: (world) => ({ ...talk(world), until: "2026-01-01T00:00:00.000Z" }), cells: parties(204, 204, 204, 204),
  },
  notes: {
    name: "thread.notes", policy: "membersOnly", input: talk,
    cells: { ...parties(404, 200, 200, 200), spoken: seen(404, 200, 404, 200), spokenThenBlocked: members404, spokenThenLapsed: members404 },
    finds: { id: () => said.note, in: { spoken: [false, false, true, false, true] } },
  },
  writeNote: { name: "thread.note", policy: "canNote", input: (world) => ({ ...talk(world), text: "Noted by the matrix" }), cells: parties(404, 200, 200, 403, 404, 409) },
  editMessage: {
    name: "thread.edit", policy: "canEdit", input: (world) => ({ ...message(world), basedOn: 0, text: "Changed by the matrix" }),
    cells: {
      fresh: members404, spoken: ownerAlone(204), spokenByHolder: leased(204), spokenLongAgo: ownerAlone(409), spokenThenBlocked: members404,
      spokenThenLapsed: members404, spokenThenWithdrawn: ownerAlone(409), reported: ownerAlone(204), reportResolved: ownerAlone(409),
    },
  },
  messageHistory: {
    name: "thread.history", policy: "membersOnly", input: message,
    cells: { ...afterwards, fresh: members404, spoken: forParties, spokenByHolder: forParties, reportResolved: members404 },
  },
  reportMessage: {
    name: "thread.report", policy: "canReport", input: (world) => ({ ...message(world), reason }),
    cells: {
      fresh: members404, spoken: seen(403, 204, 404, 204), spokenByHolder: seen(204, 403, 404, 204), spokenThenBlocked: ownerAlone(204),
      spokenThenLapsed: ownerAlone(204), spokenThenWithdrawn: ownerAlone(403), reported: seen(403, 204, 404, 204), reportResolved: seen(403, 409, 404, 409),
    },
  },
  reports: {
    name: "thread.reports", policy: "adminsOnly", input: nothing, cells: { spoken: admins, reported: admins, reportResolved: admins },
    finds: {
      id: ({ reportId }) => reportId,
      in: {
        spoken: [false, false, false, false, false], reported: [false, false, false, false, true], reportResolved: [false, false, false, false, false],
      },
    },
  },
  resolveReport: {
    name: "thread.resolveReport", policy: "canResolve", input: ({ reportId }) => ({ reportId, outcome: "removed" }),
    cells: { fresh: members404, reported: [401, 403, 403, 403, 403, 204, 403], reportResolved: [401, 403, 403, 403, 403, 409, 403] },
  },
};

const asked = ({ adviceId }: World) => ({ adviceId: adviceId ?? crypto.randomUUID() });

const advice: Operations<typeof adviceCommands, typeof adviceViews> = {
  advice: {
    name: "advice.one", policy: "membersOnly", input: asked,
    cells: {
      fresh: members404, advised: seen(200, 200, 200, 404), advisedMentorBlocked: seen(200, 200, 404, 404), advicePickedUp: seen(200, 200, 404, 404),
      adviceLetGo: seen(200, 200, 200, 404), adviserBlocked: seen(200, 404, 200, 404), adviceClosed: seen(200, 200, 404, 404), advisedThenDisabled: seen(401, 404, 404, 404),
    },
  },
  myAdvice: {
    name: "advice.mine", policy: "membersOnly", input: nothing, cells: { advised: members, advicePickedUp: members },
    finds: {
      id: ({ adviceId }) => adviceId!, in: { advised: [true, false, false, false, false], advicePickedUp: [true, false, false, false, false] },
    },
  },
  waitingAdvice: {
    name: "advice.waiting", policy: "mentorsOnly", input: nothing,
    cells: { advised: mentors, advisedMentorBlocked: mentors, advicePickedUp: mentors, adviserBlocked: mentors, adviceClosed: mentors },
    finds: { id: ({ adviceId }) => adviceId!, in: { advicePickedUp: [false, false, true, false, false], adviceClosed: [false, false, false, false, false] } },
  },
  askForAdvice: {
    name: "advice.ask", policy: "canAskAdvice", input: ({ evidenceId, itemId }) => ({ evidenceId, itemId, question: "How do I go on?" }),
    cells: { fresh: ownerAlone(200), archived: ownerAlone(404), advised: ownerAlone(409), adviceClosed: ownerAlone(200), claimed: ownerAlone(200) },
  },
  pickUpAdvice: {
    name: "advice.pickUp", policy: "canPickUp", input: asked,
    cells: {
      fresh: members404, advised: [401, 403, 404, 204, 204, 404, 404], advisedMentorBlocked: [401, 403, 404, 204, 404, 404, 404],
      advicePickedUp: [401, 403, 404, 204, 409, 404, 404], adviserBlocked: [401, 403, 404, 404, 204, 404, 404], adviceClosed: [401, 403, 404, 409, 409, 404, 404],
      advisedThenDisabled: [401, 401, 404, 404, 404, 404, 404],
    },
  },
  letAdviceGo: {
    name: "advice.letGo", policy: "canLetGo", input: asked,
    cells: { fresh: members404, advised: members404, advicePickedUp: leased(204), adviserBlocked: members404, adviceClosed: leased(409) },
  },
  closeAdvice: {
    name: "advice.close", policy: "canCloseAdvice", input: asked,
    cells: { fresh: members404, advised: ownerAlone(204), advicePickedUp: ownerAlone(204), adviserBlocked: ownerAlone(204), adviceClosed: ownerAlone(204) },
  },
  blockAdviser: {
    name: "advice.blockAdviser", policy: "canBlockAdviser", input: (world) => ({ ...asked(world), pickUps: 1 }),
    cells: { fresh: members404, advised: members404, advicePickedUp: ownerAlone(204), adviceLetGo: ownerAlone(204), adviserBlocked: ownerAlone(204), adviceClosed: ownerAlone(204) },
  },
};

const ownersList: Row["finds"] = {
  id: ({ reviewId }) => reviewId, in: { told: [true, false, false, false, false], claimed: [false, false, false, false, false] },
};

const nobody404: Statuses = [404, 404, 404, 404, 404, 404, 404];

const notification: Operations<typeof notificationCommands, typeof notificationViews> = {
  bell: { name: "notification.bell", policy: "membersOnly", input: nothing, cells: { told: members, claimed: members }, finds: ownersList },
  notifications: { name: "notification.mine", policy: "membersOnly", input: nothing, cells: { told: members, claimed: members }, finds: ownersList },
  readNotification: {
    name: "notification.read", policy: "membersOnly", input: ({ notificationId }) => ({ notificationId }),
    cells: { fresh: members404, told: ownerAlone(204) },
  },
  readAbout: {
    name: "notification.readAbout", policy: "membersOnly", input: ({ reviewId }) => ({ kind: "reviews", subjectId: reviewId }), cells: { told: membersDone },
  },
  readAll: { name: "notification.readAll", policy: "membersOnly", input: () => ({ until: "2100-01-01T00:00:00.000Z" }), cells: { told: membersDone } },
  tellEvent: {
    name: "notification.tell", policy: "systemOnly",
    input: ({ reviewId, shown: { leaseId } }) => ({ eventId: crypto.randomUUID(), event: { name: "review.claimed", reviewId, leaseId } }),
    cells: { claimed: systemOnly(200), fresh: members404 },
  },
  takeMail: {
    name: "notification.takeMail", policy: "systemOnly", input: ({ mailId }) => ({ mailId }),
    cells: {
      mailed: systemOnly(200), mailTaken: [401, 404, 404, 404, 404, 404, 409], mailSettled: systemOnly(200), fresh: members404,
    },
  },
  settleMail: {
    name: "notification.settleMail", policy: "systemOnly", input: ({ mailId }) => ({ mailId, attempt: 1, outcome: { state: "sent" } }),
    cells: {
      mailTaken: systemOnly(200), mailed: [401, 404, 404, 404, 404, 404, 409], mailSettled: [401, 404, 404, 404, 404, 404, 409], fresh: members404,
    },
  },
  pickUpMails: { name: "notification.pickUpMails", policy: "systemOnly", input: nothing, cells: { mailed: systemOnly(200) } },
  writeDigests: { name: "notification.writeDigests", policy: "systemOnly", input: nothing, cells: { mailed: systemOnly(200) } },
  nudgeLearners: { name: "notification.nudge", policy: "systemOnly", input: nothing, cells: { returned: systemOnly(200) } },
  deliveries: { name: "notification.deliveries", policy: "membersOnly", input: nothing, cells: { fresh: members } },
  setDelivery: {
    name: "notification.setDelivery", policy: "membersOnly", input: () => ({ kind: "claimed", delivery: "now" }), cells: { fresh: membersDone },
  },
  unsubscribing: {
    name: "notification.unsubscribing", policy: "anyone", input: ({ unsubscribeToken: token }) => ({ token }), cells: { fresh: everybody, forgedLink: nobody404 },
  },
  unsubscribe: {
    name: "notification.unsubscribe", policy: "anyone", input: ({ unsubscribeToken: token }) => ({ token }),
    cells: { fresh: [204, 204, 204, 204, 204, 204, 204], forgedLink: nobody404 },
  },
  outbox: {
    name: "notification.outbox", policy: "adminsOnly", input: nothing, cells: { mailed: admins, mailSettled: admins, fresh: admins },
    finds: {
      id: ({ mailId }) => mailId,
      in: { mailed: [false, false, false, false, true], mailSettled: [false, false, false, false, true], fresh: [false, false, false, false, false] },
    },
  },
};

const admin: Operations<Record<never, never>, typeof adminViews> = {
  adminReviews: {
    name: "admin.reviews", policy: "adminsOnly", input: nothing, cells: { waiting: admins, claimed: admins, returned: admins, confirmed: admins },
  },
  answeredReviews: {
    name: "admin.answeredReviews", policy: "adminsOnly", input: nothing, cells: { waiting: admins, returned: admins, confirmed: admins },
  },
  people: {
    name: "admin.people", policy: "adminsOnly", input: ({ emails }) => ({ search: emails.stranger }), cells: { fresh: admins },
    finds: { id: ({ people }) => people.stranger.userId, in: { fresh: [false, false, false, false, true] } },
  },
};

const api = { document: { name: "api.document", policy: "anyone", input: nothing, cells: { fresh: everybody } } } satisfies Record<string, Row>;

/** A row for each operation, room by room; a command or view without one does not compile. */
export const rooms: Record<string, Record<string, Row>> = { account, portfolio, roadmap, review, advice, thread, notification, admin };

export const rows: readonly Row[] = [...Object.values(rooms), api].flatMap((room) => Object.values(room));
