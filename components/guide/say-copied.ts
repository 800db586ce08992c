let fading = 0;

/** Says for two and a half seconds, beside a link and in `status`, that its address was copied. */
export function sayCopied(link: HTMLAnchorElement, status: HTMLElement | null): void {
  document.querySelectorAll("[data-copied]").forEach((each) => each.removeAttribute("data-copied"));
  link.setAttribute("data-copied", "");
  if (status) status.textContent = "Link copied";
  clearTimeout(fading);
  fading = window.setTimeout(() => {
    link.removeAttribute("data-copied");
    if (status) status.textContent = "";
  }, 2500);
}
