import { arrival, pageOf, thisPage } from "#components/shell/head/address.ts";

/*
 * Keeps the reader's place in each page of the guide that the browser's history has. A browser goes back to a place before Next has drawn the page, so
 * that the length of the page that is left limits it, or goes to the heading that the address names. So the place is gone to again once Next has drawn
 * the page, which it tells by renewing the entry's state, or once a document that is loaded anew, by the reader or by Next in place of the page, is
 * there: for two frames, since the browser may still move it in these. The reader's own scrolling ends that, and until the page is drawn nothing is
 * noted of the one that still stands there.
 */

/** How far a page is scrolled, in CSS pixels, and which of its folds are open, by their number. What is absent has not been touched. */
interface Place {
  y?: number;
  folds?: number[];
}

/** A return to a place: until `isDrawn`, the page that is left still stands there; `isLost` once its data has not come. */
interface Return {
  place: Place;
  isDrawn?: true;
  isLost?: true;
}

/** Whoever takes this away, as signing out does, ends the keeping. It is JSON of the places by the key of the history's entry. */
const storageKey = "cairn.places";
const mostPlaces = 100;

const root = document.documentElement;
let places: Record<string, Place> = {};
let returning: Return | undefined;
let isStateRenewed = false;

/** A browser without the Navigation API, which names the entries, is left alone. */
export function keepReaderPlace(): void {
  if (!window.navigation?.currentEntry) return;
  readPlaces();
  noticeRenewedState();
  if (places[entryKey()] && isLoadedAnew()) returnInDocument();

  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) readPlaces();
  });
  addEventListener("pagehide", storePlaces);
  addEventListener("visibilitychange", storePlaces);
  addEventListener("scroll", () => {
    if (returning) goToPlace(returning);
    else note("y");
  });
  addEventListener("toggle", () => note("folds"), true);
  for (const type of ["wheel", "touchmove"]) addEventListener(type, leaveToReader, { passive: true, capture: true });
  // Only the scrollbar is the document itself.
  addEventListener("pointerdown", ({ target }) => {
    if (target === root) leaveToReader();
  }, true);
  addEventListener("keydown", ({ altKey, key }) => {
    if (!altKey && /^(Arrow|Page|Home|End|Tab| )/.test(key)) leaveToReader();
  }, true);
  navigation.addEventListener("currententrychange", changeEntry);
}

function entryKey(): string {
  return navigation.currentEntry?.key ?? "";
}

function readPlaces(): void {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? "{}");
    places = Object.fromEntries(Object.entries(stored ?? {}).filter(([, place]) => typeof place === "object" && place !== null));
    sessionStorage.setItem(storageKey, JSON.stringify(places));
  } catch {
    // Storage is switched off, or holds what is not ours: the places of this document are kept while it lives.
  }
}

function storePlaces(): void {
  for (const key of Object.keys(places).slice(0, -mostPlaces)) delete places[key];
  try {
    if (sessionStorage.getItem(storageKey)) sessionStorage.setItem(storageKey, JSON.stringify(places));
  } catch {
    // Storage is switched off or full: what it held is as good as it gets.
  }
}

/** Next renews the state of an entry once its page is drawn; where the data of a page does not come, it replaces the address in another way. */
function noticeRenewedState(): void {
  const original = history.replaceState;
  history.replaceState = (...entry) => {
    isStateRenewed = true;
    try {
      original.apply(history, entry);
    } finally {
      isStateRenewed = false;
    }
  };
}

function isLoadedAnew(): boolean {
  const { activation } = navigation;
  return arrival() !== "navigate" || (activation?.navigationType === "replace" && pageOf(activation.from?.url ?? "") === thisPage());
}

function folds(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("#guide_text details")];
}

/** Notes how the page stands: of a page that is being returned to, only its folds, and only once it is drawn. */
function note(...what: (keyof Place)[]): void {
  const isForeign = returning && (what.includes("y") || !returning.isDrawn);
  if (isForeign || !document.getElementById("guide_text")) return;
  const key = entryKey();
  const place = places[key] ?? {};
  if (what.includes("y")) place.y = scrollY;
  if (what.includes("folds")) place.folds = folds().flatMap(({ open }, at) => open ? [at] : []);
  // The latest is the last.
  delete places[key];
  places[key] = place;
}

/** Until the page is drawn. On one that is as it was left, what its address names need not be unfolded (`data-returned`). */
function beginReturn(): Return {
  returning = { place: places[entryKey()] ?? {} };
  if (returning.place.folds) root.dataset.returned = "";
  return returning;
}

function goToPlace({ isDrawn, place: { y = -1 } }: Return): void {
  if (isDrawn && y >= 0) scrollTo({ top: y, behavior: "instant" });
}

function showPlace(each: Return): void {
  const { isDrawn, place } = each;
  if (!isDrawn && Array.isArray(place.folds)) {
    for (const [at, fold] of folds().entries()) fold.open = place.folds.includes(at);
  }
  each.isDrawn = true;
  goToPlace(each);
}

/** The page is drawn, or is in the next frame. */
function endReturn(each: Return): void {
  requestAnimationFrame(() => {
    if (returning !== each) return;
    showPlace(each);
    requestAnimationFrame(() => {
      if (returning !== each) return;
      goToPlace(each);
      returning = undefined;
      note("y");
    });
  });
}

function returnInDocument(): void {
  const each = beginReturn();
  addEventListener("DOMContentLoaded", () => {
    if (returning === each) showPlace(each);
  });
  addEventListener("load", () => {
    if (returning === each) endReturn(each);
  });
}

/** The reader moves by themselves: from now on the page is not moved, though its folds are still put back once it is drawn. */
function leaveToReader(): void {
  if (returning?.isDrawn) returning = undefined;
  else if (returning) returning.place = { folds: returning.place.folds };
}

function changeEntry({ navigationType, from }: NavigationCurrentEntryChangeEvent): void {
  if (navigationType === "replace") {
    if (!returning || returning.isDrawn || returning.isLost) return;
    if (isStateRenewed) return endReturn(returning);
    // The data of the page did not come, and a new address loads nothing if it names a part.
    returning.isLost = true;
    return location.reload();
  }
  const isStepInHistory = navigationType === "traverse";
  const isOtherPage = (returning && !returning.isDrawn) || pageOf(from.url ?? "") !== thisPage();
  returning = undefined;
  delete root.dataset.returned;
  if (!isOtherPage) {
    if (isStepInHistory) note("folds");
    else note("y", "folds");
  }
  if (!isStepInHistory) return;
  const each = beginReturn();
  if (!isOtherPage) endReturn(each);
}
