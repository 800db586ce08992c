import { arrival, pageOf, thisPage } from "#components/shell/head/document.ts";
import { keepPlaceHere, type Place, placeHere, readPlaces, storePlaces } from "#components/shell/head/kept-places.ts";

/*
 * Keeps the reader's place in each page of the guide that the browser's history has. A browser goes back to a place before Next has drawn the page, so
 * that the length of the page that is left limits it, or goes to the heading that the address names. So the place is gone to again once Next has drawn
 * the page, which it tells by renewing the entry's state, or once a document that is loaded anew, by the reader or by Next in place of the page, is
 * there: for two frames, since the browser may still move it in these. The reader's own scrolling ends that, and until the page is drawn nothing is
 * noted of the one that still stands there.
 */

/** A return to a place: until `isDrawn`, the page that is left still stands there; `isLost` once its data has not come. */
interface Return {
  place: Place;
  isDrawn?: true;
  isLost?: true;
}

const root = document.documentElement;
let returning: Return | undefined;
let isStateRenewed = false;

/** A browser without the Navigation API, which names the entries, is left alone. */
export function keepReaderPlace(): void {
  if (!window.navigation?.currentEntry) return;
  readPlaces();
  noticeRenewedState();
  if (placeHere() && isLoadedAnew()) returnInDocument();

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
  const place: Place = {};
  if (what.includes("y")) place.y = scrollY;
  if (what.includes("folds")) place.folds = folds().flatMap(({ open }, at) => open ? [at] : []);
  keepPlaceHere(place);
}

/** Until the page is drawn. On one that is as it was left, what its address names need not be unfolded (`data-returned`). */
function beginReturn(): Return {
  returning = { place: placeHere() ?? {} };
  if (returning.place.folds) root.dataset.returned = "";
  return returning;
}

function goToPlace({ isDrawn, place: { y } }: Return): void {
  if (isDrawn && y !== undefined) scrollTo({ top: y, behavior: "instant" });
}

function showPlace(begun: Return): void {
  const { isDrawn, place } = begun;
  if (!isDrawn && place.folds) {
    for (const [at, fold] of folds().entries()) fold.open = place.folds.includes(at);
  }
  begun.isDrawn = true;
  goToPlace(begun);
}

/** The page is drawn, or is in the next frame. */
function endReturn(begun: Return): void {
  requestAnimationFrame(() => {
    if (returning !== begun) return;
    showPlace(begun);
    requestAnimationFrame(() => {
      if (returning !== begun) return;
      goToPlace(begun);
      returning = undefined;
      note("y");
    });
  });
}

function returnInDocument(): void {
  const begun = beginReturn();
  addEventListener("DOMContentLoaded", () => {
    if (returning === begun) showPlace(begun);
  });
  addEventListener("load", () => {
    if (returning === begun) endReturn(begun);
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
  const begun = beginReturn();
  if (!isOtherPage) endReturn(begun);
}
