/**
 * The one inline script of every page, before the first paint. It sets the theme, so that nothing flashes: localStorage "theme" is "light",
 * "dark", or absent; then the system decides. And it marks a page that a phone opens at its top for the first time (`data-fresh`): one that is
 * reloaded, gone back to or opened at a part of it has a place to return to. The mark goes before anything could be laid out by it a second
 * time: another page or part, a wider screen, paper. What the page says of itself about its own address (navigationType "replace") is none of these.
 * It is a constant because the content policy allows it by its hash; a change of one byte changes the hash.
 */
export const headScript =
  'var d=document.documentElement;try{var t=localStorage.getItem("theme")}catch(e){}d.dataset.theme=t==="light"||t==="dark"?t:matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light";' +
  'var n=window.navigation,m=matchMedia("(width < 48rem)");if(n&&m.matches&&!location.hash&&(performance.getEntriesByType("navigation")[0]||{}).type==="navigate"){d.dataset.fresh="";' +
  '[[n,"navigate"],[m,"change"],[window,"beforeprint"]].forEach(function(on){on[0].addEventListener(on[1],function(e){e.navigationType==="replace"||delete d.dataset.fresh})})}';
