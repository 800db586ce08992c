import type { Member } from "#lib/access/actor.ts";
import { hidden, type Decision } from "#lib/access/decision.ts";
import { dayIn, isAway, type DaysAway, type WorkingTime } from "#lib/account/working-days.ts";
import { after, iso } from "#lib/base/time.ts";
import { begin, follow, type EventData, type Review } from "#lib/review/history.ts";
import { isLive, LEASE_LENGTH, renewedUntil } from "#lib/review/lease.ts";
import { MOST_WITH_MENTORS } from "#lib/review/limits.ts";
import {
  canAcknowledge, canAsk, canAskForInformation, canBlock, canClaim, canClose, canConfirm, canCorrect, canDiscard, canKeepDraft, canReassign,
  canRelease, canRenew, canReopen, canResubmit, canReturn, canSend, canTakeNewVersion, canTakeNext, canWithdraw, type FactsFor,
} from "#lib/review/policy.ts";
import { reservationEnd } from "#lib/review/reservation.ts";

/** Somebody of the model; days off are days in UTC, and none twice. */
export interface Somebody { actor: Member; capacity: number; disabled: boolean; daysOff: DaysAway[]; steps: readonly string[] }

export interface Screen { leaseId: string; versionId: string; edition: number }

interface Verdict { id: string; reviewId: string; givenAt: Date; corrected: boolean }
interface Change { id: string; verdictId: string; reviewId: string; answered: boolean }

const open = ["waiting", "claimed", "returned"];
const worksMondayToFriday: Omit<WorkingTime, "daysOff"> = { timeZone: "UTC", workingDays: [1, 2, 3, 4, 5] };

/**
 * The machine without a database: what is known is held in arrays, the rules are those of policy.ts, and every change of a row is an event
 * that history.ts follows. Ids that the database makes are adopted from it; everything else is worked out here.
 */
export class ReviewModel {
  now: Date;
  people: Somebody[] = [];
  reviews = new Map<string, Review>();
  /** Whose it is and its versions, oldest first. */
  evidences = new Map<string, { ownerId: string; versions: string[] }>();
  blocks = new Set<string>();
  verdicts: Verdict[] = [];
  changes: Change[] = [];
  /** By mentor and review. */
  drafts = new Map<string, { revision: number; words: string }>();
  /** Who was given which lease. */
  leases = new Map<string, { reviewId: string; mentorId: string }>();
  /** Leases under which, or after which, their mentor has given a verdict. */
  spent = new Set<string>();
  /** How many confirmations stand, by verdict. */
  confirmed = new Set<string>();
  criteriaOf: (itemId: string) => readonly { id: string; text: string }[];
  stepOf: (itemId: string) => string;

  constructor(now: Date, guide: Pick<ReviewModel, "criteriaOf" | "stepOf">) {
    this.now = now;
    this.criteriaOf = guide.criteriaOf;
    this.stepOf = guide.stepOf;
  }

  private who(userId: string): Somebody | undefined {
    return this.people.find(({ actor }) => actor.userId === userId);
  }

  private blocked(learnerId: string, mentorId: string): boolean {
    return this.blocks.has(`${learnerId} ${mentorId}`);
  }

  private isActiveMentor(userId: string | null): boolean {
    const found = userId === null ? undefined : this.who(userId);
    return found !== undefined && !found.disabled && found.actor.roles.has("mentor");
  }

  private isAway(userId: string | null): boolean {
    const found = userId === null ? undefined : this.who(userId);
    return found !== undefined && isAway(found, dayIn(this.now, "UTC"));
  }

  private reservedUntil(userId: string): string {
    return iso(reservationEnd(this.now, { ...worksMondayToFriday, daysOff: this.who(userId)!.daysOff }));
  }

  private newest(evidenceId: string): string {
    return this.evidences.get(evidenceId)!.versions.at(-1)!;
  }

  private all(where: (review: Review) => boolean): Review[] {
    return [...this.reviews.values()].filter(where);
  }

  private write(review: Review, { actorId, leaseId = null, data, at = this.now }: { actorId: string | null; leaseId?: string | null; data: EventData; at?: Date }): Review {
    const next = follow(review, { reviewId: review.id, at, actorId, leaseId, data });
    this.reviews.set(review.id, next);
    return next;
  }

  private settle(review: Review): Review {
    if (review.status !== "claimed" || isLive(review, this.now)) return review;
    return this.write(review, { actorId: null, leaseId: review.leaseId, data: { kind: "lapsed" }, at: review.leaseUntil! });
  }

  private own(review: Review) {
    const { learnerId, itemId } = review;
    return { review, ownerId: learnerId, ...this.counts(learnerId, itemId) };
  }

  private counts(learnerId: string, itemId: string) {
    return {
      openForItem: this.all((other) => other.learnerId === learnerId && other.itemId === itemId && open.includes(other.status)).length,
      withMentors: this.all((other) => other.learnerId === learnerId && ["waiting", "claimed"].includes(other.status)).length,
    };
  }

  private claimFacts(review: Review, mentorId: string): FactsFor<"claim"> {
    return {
      review,
      blocked: this.blocked(review.learnerId, mentorId),
      learnerDisabled: this.who(review.learnerId)!.disabled,
      reservationHolds: this.isActiveMentor(review.reservedFor) && !this.isAway(review.reservedFor),
      mentorDisabled: this.who(mentorId)!.disabled,
      liveLeases: this.all((other) => other.holderId === mentorId && isLive(other, this.now) && !this.who(other.learnerId)!.disabled).length,
      capacity: this.who(mentorId)!.capacity,
    };
  }

  private heldFacts(review: Review, mentorId: string, leaseId: string) {
    const lease = this.leases.get(leaseId);
    return {
      ...this.claimFacts(review, mentorId), leaseWasYours: lease?.reviewId === review.id && lease.mentorId === mentorId,
      criteria: this.criteriaOf(review.itemId), dimensions: [], newestVersionId: this.newest(review.evidenceId),
    };
  }

  private standing(reviewId: string): Verdict | null {
    const last = this.verdicts.findLast((verdict) => verdict.reviewId === reviewId);
    return last && !last.corrected ? last : null;
  }

  private verdictFacts(review: Review) {
    const otherOpen = this.all((other) => other.id !== review.id && other.evidenceId === review.evidenceId && other.itemId === review.itemId
      && [...open, "unsent"].includes(other.status)).length > 0;
    return { review, judgedAt: this.standing(review.id)?.givenAt ?? null, otherOpen };
  }

  openChanges(reviewId: string): { id: string }[] {
    return this.changes.filter((change) => change.reviewId === reviewId && !change.answered
      && !this.verdicts.find(({ id }) => id === change.verdictId)!.corrected);
  }

  /** What stands between an actor and an act, without doing it. */
  private act(decision: Decision, does: () => void): Decision {
    if (decision.ok) does();
    return decision;
  }

  // Each act answers the decision and, when it is to allow, makes what follows. `made` are ids that the database made.

  ask(actor: Member, ask: { evidenceId: string; itemId: string; edition: number; alias: (reviewId: string) => string | null }, made: { reviewId: string }): Decision {
    const evidence = this.evidences.get(ask.evidenceId)!;
    const { evidenceId, itemId, edition } = ask;
    if (actor.userId !== evidence.ownerId) return hidden;
    const pairTaken = this.all((other) => other.evidenceId === evidenceId && other.itemId === itemId && [...open, "unsent"].includes(other.status)).length > 0;
    const counts = this.counts(actor.userId, itemId);
    return this.act(canAsk(actor, { ownerId: evidence.ownerId, pairTaken, ...counts, criteria: [] }, { input: { selfCheck: [] }, now: this.now }), () => {
      const data = {
        kind: "asked" as const, learnerId: actor.userId, evidenceId, itemId, edition, versionId: this.newest(evidenceId), question: "",
        sent: counts.withMentors < MOST_WITH_MENTORS, alias: ask.alias(made.reviewId), selfCheck: [],
      };
      this.reviews.set(made.reviewId, begin({ id: made.reviewId, at: this.now, data }));
    });
  }

  send(actor: Member, review: Review): Decision {
    return this.act(canSend(actor, this.own(review), { input: {}, now: this.now }), () =>
      void this.write(review, { actorId: actor.userId, data: { kind: "sent", versionId: this.newest(review.evidenceId) } }));
  }

  discard(actor: Member, review: Review): Decision {
    return this.act(canDiscard(actor, this.own(review), { input: {}, now: this.now }), () => void this.reviews.delete(review.id));
  }

  claim(actor: Member, review: Review, made: { leaseId: string | null }): Decision {
    return this.act(canClaim(actor, this.claimFacts(review, actor.userId), { input: {}, now: this.now }), () => this.hold(actor, review, made));
  }

  private hold(actor: Member, review: Review, { leaseId }: { leaseId: string | null }): void {
    const data = {
      kind: "claimed" as const, versionId: this.newest(review.evidenceId), edition: review.edition, leaseUntil: iso(after(this.now, LEASE_LENGTH)),
    };
    this.write(this.settle(review), { actorId: actor.userId, leaseId, data });
    this.leases.set(leaseId!, { reviewId: review.id, mentorId: actor.userId });
  }

  /** What could be claimed, capacity and the mentor's account aside: the mentor's own steps first, then by place. */
  queue(actor: Member): Review[] {
    const mentor = this.who(actor.userId)!;
    const facts = (review: Review) => ({ ...this.claimFacts(review, actor.userId), liveLeases: 0, capacity: 1, mentorDisabled: false });
    const isOwnStep = (review: Review) => mentor.steps.includes(this.stepOf(review.itemId));
    return this.all((review) => canClaim(actor, facts(review), { input: {}, now: this.now }).ok).sort((a, b) =>
      Number(isOwnStep(b)) - Number(isOwnStep(a)) || a.queuedAt!.getTime() - b.queuedAt!.getTime() || (a.id < b.id ? -1 : 1));
  }

  takeNext(actor: Member, made: { leaseId: string | null }): { decision: Decision; reviewId: string | null } {
    const next = this.queue(actor)[0] ?? null;
    const taken = next && this.claimFacts(next, actor.userId);
    const decision = this.act(canTakeNext(actor, { taken }, { now: this.now }), () => this.hold(actor, next!, made));
    return { decision, reviewId: next?.id ?? null };
  }

  release(actor: Member, review: Review, screen: Screen): Decision {
    return this.act(canRelease(actor, this.heldFacts(review, actor.userId, screen.leaseId), { input: screen, now: this.now }), () =>
      void this.write(review, { actorId: actor.userId, leaseId: review.leaseId, data: { kind: "released" } }));
  }

  takeNewVersion(actor: Member, review: Review, screen: Screen): Decision {
    const facts = this.heldFacts(review, actor.userId, screen.leaseId);
    return this.act(canTakeNewVersion(actor, facts, { input: screen, now: this.now }), () =>
      void this.write(review, { actorId: actor.userId, leaseId: review.leaseId, data: { kind: "version_taken", versionId: facts.newestVersionId } }));
  }

  keepDraft(actor: Member, review: Review, { basedOn, words, ...screen }: Screen & { basedOn: number; words: string }): Decision {
    const name = `${actor.userId} ${review.id}`;
    const known = this.drafts.get(name);
    const facts = { ...this.heldFacts(review, actor.userId, screen.leaseId), revision: known?.revision ?? 0, isSpent: this.spent.has(screen.leaseId) };
    return this.act(canKeepDraft(actor, facts, { input: { basedOn }, now: this.now }), () => {
      this.drafts.set(name, { revision: facts.revision + 1, words });
      const until = canRenew(actor, facts, { input: screen, now: this.now }).ok && known?.words !== words ? renewedUntil(review, this.now) : null;
      if (until) this.write(review, { actorId: actor.userId, leaseId: review.leaseId, data: { kind: "renewed", leaseUntil: iso(until) } });
    });
  }

  revisionOf(actor: Member, reviewId: string): number {
    return this.drafts.get(`${actor.userId} ${reviewId}`)?.revision ?? 0;
  }

  judge(
    kind: "confirm" | "return" | "ask", actor: Member, review: Review, screen: Screen & { marks: { criterionId: string; met: boolean }[] },
    made: { verdictId: string; changeIds: string[] },
  ): Decision {
    const facts = this.heldFacts(review, actor.userId, screen.leaseId);
    const policy = { confirm: canConfirm, return: canReturn, ask: canAskForInformation }[kind];
    return this.act(policy(actor, facts, { input: { ...screen, levels: [] }, now: this.now }), () => {
      const { verdictId } = made;
      this.verdicts.push({ id: verdictId, reviewId: review.id, givenAt: this.now, corrected: false });
      this.changes.push(...made.changeIds.map((id) => ({ id, verdictId, reviewId: review.id, answered: false })));
      if (kind === "confirm") this.confirmed.add(verdictId);
      this.drafts.delete(`${actor.userId} ${review.id}`);
      for (const [leaseId, lease] of this.leases) if (lease.reviewId === review.id && lease.mentorId === actor.userId) this.spent.add(leaseId);
      const event = { confirm: "confirmed", return: "returned", ask: "information_asked" } as const;
      this.write(review, { actorId: actor.userId, leaseId: review.leaseId, data: { kind: event[kind], verdictId } });
    });
  }

  resubmit(actor: Member, review: Review, answers: { changeId: string }[]): Decision {
    const openChanges = this.openChanges(review.id);
    return this.act(canResubmit(actor, { ...this.own(review), openChanges }, { input: { answers }, now: this.now }), () => {
      for (const change of this.changes) if (answers.some(({ changeId }) => changeId === change.id)) change.answered = true;
      const { mentorId } = review;
      const reservedFor = mentorId && this.isActiveMentor(mentorId) && !this.isAway(mentorId) && !this.blocked(review.learnerId, mentorId) ? mentorId : null;
      this.write(review, {
        actorId: actor.userId,
        data: {
          kind: "resubmitted", versionId: this.newest(review.evidenceId), reservedFor,
          reservedUntil: reservedFor && this.reservedUntil(reservedFor),
        },
      });
    });
  }

  acknowledge(actor: Member, review: Review): Decision {
    return this.act(canAcknowledge(actor, this.own(review), { input: {}, now: this.now }), () => {
      if (review.acknowledgedAt === null) this.write(review, { actorId: actor.userId, data: { kind: "acknowledged" } });
    });
  }

  withdraw(actor: Member, review: Review): Decision {
    return this.act(canWithdraw(actor, this.own(review), { input: {}, now: this.now }), () => {
      const settled = this.settle(review);
      this.write(settled, { actorId: actor.userId, leaseId: settled.leaseId, data: { kind: "withdrawn" } });
    });
  }

  private takeBack(reviewId: string): string {
    const verdict = this.standing(reviewId)!;
    verdict.corrected = true;
    this.confirmed.delete(verdict.id);
    return verdict.id;
  }

  correct(actor: Member, review: Review, reason: string, made: { leaseId: string | null }): Decision {
    const facts = { ...this.verdictFacts(review), ...this.claimFacts(review, actor.userId) };
    return this.act(canCorrect(actor, facts, { input: {}, now: this.now }), () => {
      const data = { kind: "corrected" as const, verdictId: this.takeBack(review.id), reason, leaseUntil: iso(after(this.now, LEASE_LENGTH)) };
      this.write(review, { actorId: actor.userId, leaseId: made.leaseId, data });
      this.leases.set(made.leaseId!, { reviewId: review.id, mentorId: actor.userId });
    });
  }

  reopen(actor: Member, review: Review, reason: string): Decision {
    return this.act(canReopen(actor, this.verdictFacts(review), { input: {}, now: this.now }), () =>
      void this.write(review, { actorId: actor.userId, data: { kind: "reopened", verdictId: this.takeBack(review.id), reason } }));
  }

  reassign(actor: Member, review: Review, mentorId: string, reason: string): Decision {
    const target = this.isActiveMentor(mentorId) ? { userId: mentorId, blocked: this.blocked(review.learnerId, mentorId), away: this.isAway(mentorId) } : null;
    return this.act(canReassign(actor, { review, target }, { input: {}, now: this.now }), () => {
      const settled = this.settle(review);
      const data = { kind: "reassigned" as const, reservedFor: mentorId, reservedUntil: this.reservedUntil(mentorId), reason };
      this.write(settled, { actorId: actor.userId, leaseId: settled.leaseId, data });
    });
  }

  close(actor: Member, review: Review, reason: string): Decision {
    return this.act(canClose(actor, { review }, { input: {}, now: this.now }), () => {
      const settled = this.settle(review);
      this.write(settled, { actorId: actor.userId, leaseId: settled.leaseId, data: { kind: "closed", reason } });
    });
  }

  block(actor: Member, review: Review, mentorId: string): Decision {
    if (review.learnerId !== actor.userId) return hidden;
    const hasHeld = [...this.leases.values()].some((lease) => lease.reviewId === review.id && lease.mentorId === mentorId);
    return this.act(canBlock(actor, { ownerId: review.learnerId, hasHeld }), () => {
      this.blocks.add(`${actor.userId} ${mentorId}`);
      this.handOver({ mentorId, learnerId: actor.userId, reason: "blocked", by: actor.userId });
    });
  }

  /** What a mentor holds, and what is kept for them. */
  handOver({ mentorId, learnerId, reason, by }: { mentorId: string; learnerId: string | null; reason: "blocked" | "disabled" | "away"; by: string | null }): void {
    const inHands = this.all((review) => (learnerId === null || review.learnerId === learnerId)
      && ((review.status === "claimed" && review.holderId === mentorId && reason !== "away") || (review.status === "waiting" && review.reservedFor === mentorId)));
    for (const given of inHands) {
      const review = this.settle(given);
      if (review.holderId !== mentorId && review.reservedFor !== mentorId) continue;
      this.write(review, { actorId: by, leaseId: review.leaseId, data: { kind: "handed_over", mentorId, reason } });
    }
  }

  /** What the job does, which may come when the mentor is back. */
  handOverLate({ mentorId, reason }: { mentorId: string; reason: "disabled" | "away" }): void {
    const isGone = reason === "away" ? this.isAway(mentorId) : this.who(mentorId)!.disabled;
    if (isGone) this.handOver({ mentorId, learnerId: null, reason, by: null });
  }

  recordLapses(): void {
    for (const review of this.reviews.values()) this.settle(review);
  }
}
