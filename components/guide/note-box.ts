import { isSearchCall } from "#components/ui/search-call.ts";

/** Room between the box and the edges of the screen, and between it and the number, in px. */
const EDGE = 20;
const GAP = 6;

/** Shows what the list at the chapter's end says of a number, below it or, where the screen ends, above; a way to the list stands at its end. */
export function showNote(box: HTMLElement, mark: HTMLAnchorElement): void {
  const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
  if (!note) return;
  const words = document.createElement("p");
  words.append(...[...note.childNodes].map((node) => node.cloneNode(true)));
  const all = document.createElement("a");
  all.href = mark.hash;
  all.textContent = "All sources of this section";
  // Inside of the box the link is not a number, and leads to the list as any link does.
  all.addEventListener("click", () => box.hidePopover());
  box.replaceChildren(words, all);
  box.ariaLabel = mark.ariaLabel;
  box.onkeydown = (event) => leave(event, box);
  // Its place was that of the number on a screen of this width.
  const width = innerWidth;
  onresize = () => innerWidth !== width && box.hidePopover();
  box.showPopover();
  const number = mark.getBoundingClientRect();
  const left = Math.max(EDGE, Math.min(number.left, document.documentElement.clientWidth - box.offsetWidth - EDGE));
  const below = number.bottom + GAP;
  const above = number.top - GAP - box.offsetHeight;
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${(below + box.offsetHeight > innerHeight && above > 0 ? above : below) + scrollY}px`;
  box.focus({ preventScroll: true });
  // On a very low screen it fits neither above nor below the number.
  box.scrollIntoView({ block: "nearest" });
}

/** Whoever goes on from the box goes on from its number: hidden, it gives the focus back, and the key acts from there. */
function leave(event: KeyboardEvent, box: HTMLElement): void {
  const { key, shiftKey, target } = event;
  const links = [...box.querySelectorAll("a")];
  const beyond = key === "Tab" && (shiftKey ? target === box || target === links[0] : target === links.at(-1));
  if (beyond || isSearchCall(event)) box.hidePopover();
}
