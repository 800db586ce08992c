/*
 * The one inline script of every page, before the first paint. It is a constant because the content policy allows it by its hash; a change of one byte
 * changes the hash.
 */

/** One task of the script, whose names are its own. */
const task = (code: string) => `(function(){${code}})();`;

/** Sets the theme, so that nothing flashes: localStorage "theme" is "light", "dark", or absent; then the system decides. */
const theme = task(
  'try{var t=localStorage.getItem("theme")}catch(e){}' +
  'document.documentElement.dataset.theme=t==="light"||t==="dark"?t:matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light";',
);

/**
 * A plain link to a part of a page makes an entry of the browser's history without Next's state, and Next does nothing when such an entry is gone back
 * to, whatever page it is of. So each entry gets the state that Next last gave to this page; where that was another page, the document is loaded.
 */
const goingBack = task(
  'var k,u=function(){return location.href.split("#")[0]};["pushState","replaceState"].forEach(function(m){var o=history[m];history[m]=function(s){var r=o.apply(history,arguments);k=[u(),s];return r}});' +
  'addEventListener("popstate",function(){if(history.state)k=[u(),history.state];else if(k)k[0]===u()?history.replaceState(k[1],"",location.href):location.reload()});',
);

/**
 * Keeps, for each entry of the history, the reader's place: how far its page is scrolled and which folds of its text are open; sessionStorage "places"
 * holds them while the document is away. A browser goes back to a place before Next has drawn the page, so that the length of the page that is left
 * limits it, or to the heading that the address names. So the place is gone to again as soon as the heading of that page is gone, unless the reader
 * has acted meanwhile, or ten seconds have passed; for two frames the browser may still move it, and is corrected. A document that is loaded anew gets
 * its folds here, and is scrolled by the browser. A browser without the Navigation API, which names the entries, does as it did.
 */
const place = task(
  'var n=window.navigation,p={},w;if(!n)return;try{p=JSON.parse(sessionStorage.getItem("places"))||p}catch(e){}' +
  'function own(){var k=n.currentEntry.key;return p[k]=p[k]||{}}' +
  'function folds(){return Array.from(document.querySelectorAll("article details"))}' +
  'function unfold(x){folds().forEach(function(e,i){if((x.folds||[]).indexOf(i)>=0)e.open=true})}' +
  'function stop(){if(w)w.disconnect();w=0}' +
  'addEventListener("scroll",function(){if(w)w.go();else own().y=scrollY});' +
  'addEventListener("toggle",function(){if(!w)own().folds=folds().map(function(e,i){return e.open?i:-1}).filter(function(i){return i>=0})},true);' +
  'addEventListener("pagehide",function(){try{sessionStorage.setItem("places",JSON.stringify(p))}catch(e){}});' +
  'addEventListener("DOMContentLoaded",function(){unfold(own())});' +
  '["wheel","touchmove","pointerdown","keydown"].forEach(function(t){addEventListener(t,stop,{passive:true,capture:true})});' +
  'n.addEventListener("currententrychange",function(e){if(e.navigationType==="replace")return;stop();var x=own(),h=document.querySelector("h1"),v,o;' +
  'if(e.navigationType!=="traverse"||e.from.url.split("#")[0]===location.href.split("#")[0])return;' +
  'function end(){if(o===w)stop()}' +
  'o=w=new MutationObserver(function(){o.go()});o.go=function(){if(h&&h.isConnected)return;if(!v)unfold(x);v=true;if(x.y>=0)scrollTo({top:x.y,behavior:"instant"});' +
  'if(!(Math.abs(scrollY-x.y)>=1))requestAnimationFrame(function(){requestAnimationFrame(end)})};' +
  'o.observe(document.body,{childList:true,subtree:true});setTimeout(end,1e4)});',
);

/**
 * A press of a control that is not awake yet and says that it may wait (`data-early`) is done as soon as it is, unless that takes over five seconds or the
 * reader turns to something else: scrolls, or presses a key. It is heard before React, which may stop it while it wakes the page.
 */
const earlyPress = task(
  'addEventListener("click",function(e){var b=e.target.closest&&e.target.closest("[data-early][aria-disabled=true]"),t=e.timeStamp,o;if(!b)return;' +
  'o=new MutationObserver(function(){o.disconnect();if(performance.now()-t<5e3)b.click()});o.observe(b,{attributeFilter:["aria-disabled"]});' +
  '["keydown","wheel","touchmove"].forEach(function(a){addEventListener(a,function(){o.disconnect()},{once:true,passive:true})})},true);',
);

/**
 * Marks a page that a phone opens at its top for the first time (`data-fresh`): one that is reloaded, gone back to or opened at a part of it has a place
 * to return to. The mark goes with the page, when the screen becomes wide or narrow, and before printing, since any of these would lay out a second time
 * what has it, and for the key End, whose end would still move away; a browser that cannot tell sets none. It stays while the same page is read, at
 * whichever part: to take it away costs a style of the whole page. On such a page it lays out what is `later` (globals.css) from the top, in each frame
 * about two hundred elements, of which a piece without any counts as eight: few frames take long, and there are not many. A larger piece has a frame of
 * its own. What was laid out may hold more that waits, and that comes before what follows.
 */
const layingOut = task(
  'var d=document.documentElement,n=window.navigation,m=matchMedia("(width < 48rem)");' +
  'if(!n||!m.matches||location.hash||(performance.getEntriesByType("navigation")[0]||{}).type!=="navigate")return;d.dataset.fresh="";' +
  'function f(){delete d.dataset.fresh}m.addEventListener("change",f);addEventListener("beforeprint",f);addEventListener("keydown",function(e){if(e.key==="End")f()});' +
  'n.addEventListener("navigate",function(e){if(new URL(e.destination.url).pathname!==location.pathname)f()});' +
  'addEventListener("DOMContentLoaded",function(){requestAnimationFrame(function g(){if(!("fresh"in d.dataset))return;' +
  'var a=document.getAnimations().filter(function(x){return x.animationName==="lay-out"&&x.playState!=="finished"});' +
  'for(var i=0,w=0,s;i<a.length;i++){s=8+a[i].effect.target.getElementsByTagName("*").length;if(i&&w+s>200)break;w+=s;a[i].finish()}if(i)requestAnimationFrame(g)})});',
);

export const headScript = theme + goingBack + place + earlyPress + layingOut;
