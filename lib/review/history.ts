/**
 * A review's row and the events that make it. Every write goes through `follow`, so the events of any review fold
 * into its row: there is no second place that says what an event does.
 */
export type ReviewStatus = "unsent" | "waiting" | "claimed" | "returned" | "confirmed" | "withdrawn" | "closed";

export interface Review {
  id: string;
  learnerId: string;
  evidenceId: string;
  itemId: string;
  edition: number;
  status: ReviewStatus;
  versionId: string;
  question: string;
  round: number;
  queuedAt: Date | null;
  turnSince: Date;
  holderId: string | null;
  leaseId: string | null;
  leaseUntil: Date | null;
  mentorId: string | null;
  reservedFor: string | null;
  reservedUntil: Date | null;
  createdAt: Date;
  closedAt: Date | null;
  /** The generated name that the learner goes by with mentors; null when they go by their own. */
  alias: string | null;
  /** When the learner acknowledged the outcome, without a word. */
  acknowledgedAt: Date | null;
}

/** What ended a mentor's part in a review without a verdict. */
export type HandOverReason = "blocked" | "disabled" | "away";

/** What the learner said of a criterion when asking; it decides nothing. */
export interface SelfMark { criterionId: string; met: boolean }

/** What the row takes over at an event, besides its time, actor and lease. Instants are ISO strings: it is kept as JSON. */
export type EventData =
  | {
    kind: "asked"; learnerId: string; evidenceId: string; itemId: string; edition: number; versionId: string; question: string; sent: boolean;
    alias: string | null; selfCheck: SelfMark[];
  }
  | { kind: "sent"; versionId: string }
  | { kind: "claimed"; versionId: string; edition: number; leaseUntil: string }
  | { kind: "renewed"; leaseUntil: string }
  | { kind: "version_taken"; versionId: string }
  | { kind: "released" }
  | { kind: "lapsed" }
  | { kind: "handed_over"; mentorId: string; reason: HandOverReason }
  | { kind: "returned"; verdictId: string }
  | { kind: "information_asked"; verdictId: string }
  | { kind: "resubmitted"; versionId: string; reservedFor: string | null; reservedUntil: string | null }
  | { kind: "confirmed"; verdictId: string }
  | { kind: "corrected"; verdictId: string; reason: string; leaseUntil: string }
  | { kind: "reopened"; verdictId: string; reason: string }
  | { kind: "reassigned"; reservedFor: string; reservedUntil: string; reason: string }
  | { kind: "closed"; reason: string }
  | { kind: "acknowledged" }
  | { kind: "withdrawn" };

export type EventKind = EventData["kind"];

export interface ReviewEvent {
  reviewId: string;
  at: Date;
  /** Null when it was the clock. */
  actorId: string | null;
  leaseId: string | null;
  data: EventData;
}

const noLease = { holderId: null, leaseId: null, leaseUntil: null };
const noReservation = { reservedFor: null, reservedUntil: null };

/** The row after an event. */
export function follow(review: Review, { at, actorId, leaseId, data }: ReviewEvent): Review {
  switch (data.kind) {
    case "asked":
      return begin({ id: review.id, at, data });
    case "sent":
      return { ...review, status: "waiting", versionId: data.versionId, queuedAt: at, turnSince: at };
    case "claimed":
      return {
        ...review, ...noReservation, status: "claimed", versionId: data.versionId, edition: data.edition,
        holderId: actorId, leaseId, leaseUntil: new Date(data.leaseUntil),
      };
    case "renewed":
      return { ...review, leaseUntil: new Date(data.leaseUntil) };
    case "version_taken":
      return { ...review, versionId: data.versionId };
    case "released":
    case "lapsed":
      return { ...review, ...noLease, status: "waiting" };
    case "handed_over":
      return handOver(review, data.mentorId);
    case "returned":
    case "information_asked":
      return { ...review, ...noLease, status: "returned", mentorId: actorId, turnSince: at };
    case "resubmitted":
      return {
        ...review, status: "waiting", versionId: data.versionId, round: review.round + 1, turnSince: at,
        reservedFor: data.reservedFor, reservedUntil: data.reservedUntil === null ? null : new Date(data.reservedUntil),
      };
    case "confirmed":
      return { ...review, ...noLease, status: "confirmed", mentorId: actorId, turnSince: at, closedAt: at };
    case "corrected":
      return {
        ...review, status: "claimed", holderId: actorId, leaseId, leaseUntil: new Date(data.leaseUntil), turnSince: at,
        closedAt: null, acknowledgedAt: null,
      };
    case "reopened":
      return { ...review, status: "waiting", queuedAt: at, turnSince: at, closedAt: null, acknowledgedAt: null };
    case "reassigned":
      return {
        ...review, ...noLease, status: "waiting", turnSince: review.status === "returned" ? at : review.turnSince,
        reservedFor: data.reservedFor, reservedUntil: new Date(data.reservedUntil),
      };
    case "closed":
    case "withdrawn":
      return { ...review, ...noLease, ...noReservation, status: data.kind, turnSince: at, closedAt: at };
    case "acknowledged":
      return { ...review, acknowledgedAt: at };
  }
}

/** A mentor's hold and what is reserved for them end; the place and everybody else's part stay. */
function handOver(review: Review, mentorId: string): Review {
  const held = review.holderId === mentorId ? { ...noLease, status: "waiting" as const } : {};
  return { ...review, ...held, ...(review.reservedFor === mentorId && noReservation) };
}

/** The row that a review begins with. */
export function begin({ id, at, data }: { id: string; at: Date; data: Extract<EventData, { kind: "asked" }> }): Review {
  const { kind: _kind, sent, selfCheck: _selfCheck, ...asked } = data;
  return {
    id, ...asked, ...noLease, ...noReservation, status: sent ? "waiting" : "unsent", round: 1,
    queuedAt: sent ? at : null, turnSince: at, mentorId: null, createdAt: at, closedAt: null, acknowledgedAt: null,
  };
}

/** The row that a history makes; null for an empty one, or one that does not begin with the ask. */
export function fold(events: readonly ReviewEvent[]): Review | null {
  const [first, ...rest] = events;
  if (first?.data.kind !== "asked") return null;
  return rest.reduce(follow, begin({ id: first.reviewId, at: first.at, data: first.data }));
}
