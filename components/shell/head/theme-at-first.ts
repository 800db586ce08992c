/** Sets the theme, so that nothing flashes. localStorage "theme" is "light", "dark", or absent; then the system decides. */
export function setTheme(): void {
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem("theme");
  } catch {
    // Storage is switched off: the system decides.
  }
  const systemTheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.theme = chosen === "light" || chosen === "dark" ? chosen : systemTheme;
}
