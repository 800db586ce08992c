/** Marks in the contents what is being read, wide and narrow, and names it in the bar of narrow screens. Gives what ends it. */
export function followReader(): () => void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-contents] a[href^="#"]')].filter((link) => !link.ariaCurrent);
  const places = [...new Set(links.map((link) => link.hash))].flatMap((hash) => {
    const element = document.getElementById(decodeURIComponent(hash.slice(1)));
    return element ? [{ hash, element }] : [];
  });
  const bar = document.querySelector<HTMLDetailsElement>("details[data-contents-bar]");
  const words = bar?.querySelector("[data-reading]");
  const title = words?.textContent ?? "";
  let marked: string | undefined;
  let aimed = aim();
  let passed = 0;

  // From the place that was last found: to ask where another stands would lay out what is `later`.
  const lastPassed = () => {
    const line = readingLine();
    const isPassed = (at: number) => (places[at]?.element.getBoundingClientRect().top ?? Infinity) < line;
    while (isPassed(passed)) passed++;
    while (passed > 0 && !isPassed(passed - 1)) passed--;
    return places[passed - 1]?.hash;
  };
  const mark = () => {
    if (aimed && Math.abs(scrollY - aimed.at) > 8) aimed = null;
    const read = places.find(({ hash }) => hash === aimed?.hash)?.hash ?? lastPassed();
    if (read === marked) return;
    marked = read;
    if (words) words.textContent = title;
    for (const link of links) {
      if (link.hash !== read) link.removeAttribute("aria-current");
      else {
        link.setAttribute("aria-current", "location");
        if (words) words.textContent = link.textContent;
        reveal(link);
      }
    }
  };
  let frame = 0;
  const schedule = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  };
  const listening = new AbortController();
  const { signal } = listening;
  addEventListener("scroll", schedule, { passive: true, signal });
  addEventListener("resize", schedule, { passive: true, signal });
  addEventListener("hashchange", () => {
    aimed = aim();
    schedule();
  }, { signal });
  // What opens over the text goes away once a place is chosen, and when the reader turns to something else.
  document.addEventListener("click", ({ target }) => {
    if (bar?.open && target instanceof Element && !target.closest("summary")) bar.open = false;
  }, { signal });
  document.addEventListener("focusin", ({ target }) => {
    if (bar?.open && !bar.contains(target as Node)) bar.open = false;
  }, { signal });
  bar?.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !bar.open) return;
    bar.open = false;
    bar.querySelector("summary")?.focus();
  }, { signal });
  mark();
  return () => {
    listening.abort();
    cancelAnimationFrame(frame);
    // The links may be shown again as they are.
    links.forEach((link) => link.removeAttribute("aria-current"));
  };
}

/** What was asked for by its address is what is read, also where shorter parts follow it on the same screen; until the reader moves on. */
function aim(): { hash: string; at: number } | null {
  unfold();
  return location.hash ? { hash: location.hash, at: scrollY } : null;
}

/** Opens what folds the place that was asked for, where the browser has not done so itself. A page that was gone back to or reloaded is as it was left. */
function unfold(): void {
  if ("returned" in document.documentElement.dataset) return;
  const place = document.getElementById(location.hash.slice(1));
  const fold = place?.closest("details");
  if (!fold || fold.open) return;
  fold.open = true;
  place?.scrollIntoView();
}

/** What is read is the last place above this line: a quarter down, and sinking over the last screen, whose parts never get that high. */
function readingLine(): number {
  const left = document.documentElement.scrollHeight - innerHeight - scrollY;
  return Math.max(innerHeight / 4, innerHeight - left);
}

/** Brings a link into sight in contents that are longer than the screen. `scrollIntoView` would move the page as well. */
function reveal(link: HTMLElement): void {
  const contents = link.closest("[data-contents]");
  if (!contents) return;
  const [box, own] = [contents.getBoundingClientRect(), link.getBoundingClientRect()];
  const [above, below] = [box.top + 40 - own.top, own.bottom + 40 - Math.min(box.bottom, innerHeight)];
  if (above > 0) contents.scrollTop -= above;
  else if (below > 0) contents.scrollTop += below;
}
