/**
 * The one inline script of every page: it sets the theme before the first paint, so that nothing flashes.
 * It is a constant because the content policy allows it by its hash; a change of one byte changes the hash.
 * localStorage "theme" is "light", "dark", or absent: then the system decides.
 */
export const themeScript =
  'try{var t=localStorage.getItem("theme")}catch(e){}document.documentElement.dataset.theme=t==="light"||t==="dark"?t:matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light"';
