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
}

/** What the row takes over at an event, besides its time, actor and lease. Instants are ISO strings: it is kept as JSON. */
export type EventData =
  | { kind: "asked"; learnerId: string; evidenceId: string; itemId: string; edition: number; versionId: string; question: string; sent: boolean }
  | { kind: "sent"; versionId: string }
  | { kind: "claimed"; versionId: string; edition: number; leaseUntil: string }
  | { kind: "released" }
  | { kind: "lapsed" }
  | { kind: "returned"; verdictId: string }
  | { kind: "information_asked"; verdictId: string }
  | { kind: "resubmitted"; versionId: string; reservedFor: string | null; reservedUntil: string | null }
  | { kind: "confirmed"; verdictId: string }
  | { kind: "withdrawn" };

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
    case "released":
    case "lapsed":
      return { ...review, ...noLease, status: "waiting" };
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
    case "withdrawn":
      return { ...review, ...noLease, ...noReservation, status: "withdrawn", turnSince: at, closedAt: at };
  }
}

/** The row that a review begins with. */
export function begin({ id, at, data }: { id: string; at: Date; data: Extract<EventData, { kind: "asked" }> }): Review {
  const { kind: _kind, sent, ...asked } = data;
  return {
    id, ...asked, ...noLease, ...noReservation, status: sent ? "waiting" : "unsent", round: 1,
    queuedAt: sent ? at : null, turnSince: at, mentorId: null, createdAt: at, closedAt: null,
  };
}

/** The row that a history makes; null for an empty one, or one that does not begin with the ask. */
export function fold(events: readonly ReviewEvent[]): Review | null {
  const [first, ...rest] = events;
  if (first?.data.kind !== "asked") return null;
  return rest.reduce(follow, begin({ id: first.reviewId, at: first.at, data: first.data }));
}
