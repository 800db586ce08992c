let fading = 0;

/** Copies where a link leads and says so for a moment, beside it and in `status`. Without leave to copy nothing is said: the address stands in the address bar. */
export async function copyAddress(link: HTMLAnchorElement, status: HTMLElement | null): Promise<void> {
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    return;
  }
  document.querySelectorAll("[data-copied]").forEach((each) => each.removeAttribute("data-copied"));
  link.setAttribute("data-copied", "");
  if (status) status.textContent = "Link copied";
  clearTimeout(fading);
  fading = window.setTimeout(() => {
    link.removeAttribute("data-copied");
    if (status) status.textContent = "";
  }, 2500);
}
