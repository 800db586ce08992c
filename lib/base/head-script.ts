/**
 * The one inline script of every page, before the first paint. It sets the theme, so that nothing flashes: localStorage "theme" is "light",
 * "dark", or absent; then the system decides. And it marks a page that is opened at its top for the first time (`data-fresh`, until a second
 * after it has loaded): one that is reloaded, gone back to or opened at a part of it has a place to return to.
 * It is a constant because the content policy allows it by its hash; a change of one byte changes the hash.
 */
export const headScript =
  'var d=document.documentElement;try{var t=localStorage.getItem("theme")}catch(e){}d.dataset.theme=t==="light"||t==="dark"?t:matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light";' +
  'if(!location.hash&&(performance.getEntriesByType("navigation")[0]||{}).type==="navigate"){d.dataset.fresh="";addEventListener("load",function(){setTimeout(function(){delete d.dataset.fresh},1e3)})}';
