import { arrival } from "#components/shell/head/document.ts";

/*
 * Few frames take long, and there are not many: a turn lays out as many pieces as have two hundred elements, with eight more for each. Between turns the
 * page wakes and answers.
 */
const elementsOfTurn = 200;
const elementsOfPiece = 8;
/** In milliseconds. */
const pause = 50;

const root = document.documentElement;

/**
 * Marks a page that a phone opens at its top for the first time (`data-fresh`), and lays out what is `later` in it (globals.css) from the top, in turns.
 * One that is reloaded, gone back to or opened at a part of it has a place to return to. The mark goes with the page, when the screen becomes wide or
 * narrow, and before printing, since any of these would lay out a second time what has it, and for the key End or a link to a part of it while pieces
 * wait, since where they lead would still move; a browser that cannot tell gets none. It stays while the same page is read otherwise: to take it away
 * costs a style of the whole page.
 */
export function layOutInTurns(): void {
  const narrow = matchMedia("(width < 48rem)");
  const isAtFirst = arrival() === "navigate" && window.navigation?.activation?.navigationType !== "replace";
  if (!window.navigation || !narrow.matches || location.hash || !isAtFirst) return;
  root.dataset.fresh = "";
  narrow.addEventListener("change", layOutAll);
  addEventListener("beforeprint", layOutAll);
  addEventListener("keydown", ({ key, target }) => {
    if (key !== "End") return;
    const isWaiting = waitingPieces().length > 0;
    layOutAll();
    // A browser that is busy may drop the key.
    if (isWaiting && target === document.body) scrollTo({ top: root.scrollHeight, behavior: "instant" });
  });
  navigation.addEventListener("navigate", ({ hashChange, destination }) => {
    if ((hashChange && waitingPieces().length > 0) || new URL(destination.url).pathname !== location.pathname) layOutAll();
  });
  addEventListener("DOMContentLoaded", () => requestAnimationFrame(layOutTurn));
}

function waitingPieces(): CSSAnimation[] {
  return document.getAnimations().filter((each) => each instanceof CSSAnimation)
    .filter(({ animationName, playState }) => animationName === "lay-out" && playState !== "finished");
}

/** The elements of a piece, and what each piece costs beyond them. */
function weightOf({ effect }: CSSAnimation): number {
  return elementsOfPiece + ((effect as KeyframeEffect).target?.getElementsByTagName("*").length ?? 0);
}

/** A piece that is larger than a turn has one of its own. What was laid out may hold more that waits, and that comes before what follows. */
function layOutTurn(): void {
  if (!("fresh" in root.dataset)) return;
  const pieces = waitingPieces();
  let weight = 0;
  for (const [at, piece] of pieces.entries()) {
    weight += weightOf(piece);
    if (at > 0 && weight > elementsOfTurn) break;
    piece.finish();
  }
  if (pieces.length > 0) setTimeout(() => requestAnimationFrame(layOutTurn), pause);
}

function layOutAll(): void {
  delete root.dataset.fresh;
}
