import { emptyDraft, withEntry, type VerdictDraft } from "#components/review/verdict-draft.ts";
import { asSaved, meet, nothing, recall, remember, type Kept, type SavedDraft } from "#components/review/verdict-kept.ts";
import { problemIn } from "#components/ui/detail-of.ts";
import { SECOND } from "#lib/base/time.ts";
import type { SavedDraftDto, SaveDraftInput } from "#lib/review/schema.ts";

export interface VerdictState extends Kept {
  /** What another window has saved meanwhile; nothing is saved until the mentor has chosen. */
  other: SavedDraft | null;
  /** Why the last save failed; null when it did not. */
  trouble: string | null;
}

/** The world outside, as the screen that is open now has it. */
export interface VerdictWorld {
  save: (input: SaveDraftInput) => Promise<SavedDraftDto>;
  read: () => Promise<SavedDraft | null>;
  /** Reads the review again, and answers whether this mentor holds it under this lease. */
  holds: (leaseId: string) => Promise<boolean>;
  /** How long the lease runs after a save; null when it has run out. */
  onSaved: (leaseId: string, secondsLeft: number | null) => void;
  versionId: string;
  /** The hold that the mentor has now; null for none. */
  leaseId: string | null;
}

export type VerdictStore = ReturnType<typeof makeStore>;

/** Saved this long after the last change, and in a long flow of words at least this often. */
const PAUSE = SECOND;
const LONGEST = 5 * SECOND;
/** After a save that may succeed when it is tried again. */
const RETRY = 5 * SECOND;

const stores = new Map<string, VerdictStore>();

/** The unfinished verdict on one review, for as long as the page lives. `saved` is what the server had when the page was made. */
export function storeOf(reviewId: string, saved: SavedDraft | null): VerdictStore {
  const known = stores.get(reviewId);
  if (known) return known;
  const store = makeStore(reviewId, saved);
  stores.set(reviewId, store);
  return store;
}

/** Forgets what is kept of a review in this tab, which may have no screen now. */
export function forgetIn(reviewId: string): void {
  storeOf(reviewId, null).forget();
  stores.delete(reviewId);
}

export function stateFrom(saved: SavedDraft | null): VerdictState {
  return { ...asSaved(saved, null), other: null, trouble: null };
}

function makeStore(reviewId: string, saved: SavedDraft | null) {
  const local = recall(reviewId);
  let state: VerdictState = local ? { ...flat(meet(local, saved)), trouble: null } : stateFrom(saved);
  let world: VerdictWorld | null = null;
  let underWay: Promise<void> | null = null;
  let paused = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstUnsaved = 0;
  const listeners = new Set<() => void>();

  function set(part: Partial<VerdictState>): void {
    state = { ...state, ...part };
    const { draft, basedOn, unsaved, leaseId, sent } = state;
    remember(reviewId, { draft, basedOn, unsaved, leaseId, sent });
    listeners.forEach((tell) => tell());
  }

  function later(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), wait);
  }

  /** One at a time: whoever types on meanwhile is saved after it. */
  async function save(): Promise<void> {
    clearTimeout(timer);
    const { basedOn, draft, unsaved, other } = state;
    const leaseId = world?.leaseId ?? state.leaseId;
    if (!world || !unsaved || underWay || paused || other || leaseId === null) return;
    underWay = send(world, { reviewId, leaseId, versionId: world.versionId, basedOn, draft }).finally(() => void (underWay = null));
    await underWay;
  }

  async function send(to: VerdictWorld, input: SaveDraftInput & { draft: VerdictDraft }): Promise<void> {
    firstUnsaved = 0;
    const before = state.sent;
    set({ sent: input.draft });
    try {
      const { revision, secondsLeft } = await to.save(input);
      const isWhole = state.draft === input.draft;
      set({ basedOn: revision, unsaved: !isWhole, trouble: null });
      to.onSaved(input.leaseId, secondsLeft);
      if (!isWhole) later(PAUSE);
    } catch (error) {
      const problem = problemIn(error);
      if (problem.code === "DRAFT_MOVED") {
        set({ sent: before });
        return await compare(to);
      }
      set({ trouble: (problem.errors ?? []).map(({ message }) => message).join(" ") || problem.detail });
      if (problem.status === 0 || problem.status === 429 || problem.status >= 500) later(RETRY);
    }
  }

  /** Somebody else has saved meanwhile, or a save of ours had arrived without its answer. */
  async function compare(to: VerdictWorld): Promise<void> {
    const found = await to.read().catch(() => undefined);
    if (found === undefined) return later(RETRY);
    if (found === null) {
      const leaseId = to.leaseId ?? state.leaseId;
      const holds = leaseId !== null && await to.holds(leaseId);
      set({ basedOn: 0, trouble: holds ? null : "The draft that was saved has become a verdict, or is gone. What you typed since is kept in this tab." });
      if (holds) later(PAUSE);
      return;
    }
    set({ ...flat(meet(state, found)), trouble: null });
    if (state.unsaved && !state.other) later(0);
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    state: () => state,
    /** What the screen shows now. It counts until another does: what was typed last is saved also after the screen was left. */
    enter: (given: VerdictWorld) => {
      world = given;
      if (state.unsaved) later(PAUSE);
    },
    write: (draft: VerdictDraft, leaseId: string | null) => {
      firstUnsaved ||= Date.now();
      set({ draft, unsaved: true, leaseId: leaseId ?? state.leaseId });
      later(Math.min(PAUSE, Math.max(0, firstUnsaved + LONGEST - Date.now())));
    },
    saveNow: () => void save(),
    /** Looks whether another window has saved something; with nothing unsaved here, it is simply shown. */
    look: async () => {
      if (!world || underWay || state.unsaved || state.other) return;
      const found = await world.read().catch(() => undefined);
      if (found !== undefined && !underWay && !state.unsaved && (found?.revision ?? 0) !== state.basedOn) set(flat(meet(state, found)));
    },
    /** Ends a difference: one's own words are saved over the other's, or the other's are taken. */
    choose: (whose: "mine" | "theirs") => {
      if (!state.other) return;
      const { revision, body } = state.other;
      if (whose === "theirs") return set({ draft: withEntry(body), basedOn: revision, unsaved: false, other: null });
      set({ basedOn: revision, unsaved: true, other: null });
      later(0);
    },
    /** Lets no save begin, and waits for the one that is under way: a draft that arrives after its verdict would outlive it. */
    pause: async () => {
      paused = true;
      clearTimeout(timer);
      await underWay;
    },
    resume: () => {
      paused = false;
      if (state.unsaved) later(PAUSE);
    },
    /** The draft has become a verdict. */
    forget: () => {
      clearTimeout(timer);
      state = { ...nothing, draft: emptyDraft, other: null, trouble: null };
      remember(reviewId, nothing);
      listeners.forEach((tell) => tell());
    },
  };
}

function flat({ kept, other }: ReturnType<typeof meet>) {
  return { ...kept, other };
}
