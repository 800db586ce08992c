let fading = 0;
let said: HTMLAnchorElement | undefined;

/** Says for two and a half seconds, beside a link and in `status`, that its address was copied. */
export function sayCopied(link: HTMLAnchorElement, status: HTMLElement | null): void {
  // It may stand in a page that is shown no more, and will be again.
  said?.removeAttribute("data-copied");
  said = link;
  link.setAttribute("data-copied", "");
  if (status) status.textContent = "Link copied";
  clearTimeout(fading);
  fading = window.setTimeout(() => {
    link.removeAttribute("data-copied");
    if (status) status.textContent = "";
  }, 2500);
}
