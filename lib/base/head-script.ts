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
 * Keeps the reader's place in each page of the guide that the browser's history has: how far it is scrolled, in CSS pixels, and which of its folds are
 * open, by their number. sessionStorage "cairn.places" is JSON of both by the entry's key, for the hundred latest; whoever takes it away, as signing out
 * does, ends the keeping. A browser goes back to a place before Next has drawn the page, so that the length of the page that is left limits it, or goes
 * to the heading that the address names. So the place is gone to again once Next has drawn the page, which it tells by renewing the entry's state, or
 * once a document that is loaded anew, by the reader or by Next in place of the page, is there: for two frames, since the browser may still move it in
 * these. The reader's own scrolling ends that, and until the page is drawn nothing is noted of the one that still stands there. Where its data does not
 * come, Next replaces the address by itself, which loads nothing if it names a part: then the document is loaded here. On a page that is as it was left,
 * `data-returned` says that what its address names need not be unfolded. A browser without the Navigation API, which names the entries, is left alone.
 */
const place = task(
  'var d=document.documentElement,n=window.navigation,c="cairn.places",p={},w,s,r=history.replaceState;if(!n||!n.currentEntry)return;history.replaceState=function(){s=1;r.apply(history,arguments);s=0};' +
  'function read(){try{p=JSON.parse(sessionStorage.getItem(c))||{};sessionStorage.setItem(c,JSON.stringify(p))}catch(e){}}' +
  'function keep(){Object.keys(p).slice(0,-100).forEach(function(k){delete p[k]});try{if(sessionStorage.getItem(c))sessionStorage.setItem(c,JSON.stringify(p))}catch(e){}}' +
  'function folds(){return Array.from(document.querySelectorAll("#guide_text details"))}' +
  'function own(){var k=n.currentEntry.key,x=p[k]||{};delete p[k];return p[k]=x}' +
  'function note(y,f){if(w&&(y||!w.drawn)||!document.getElementById("guide_text"))return;if(y)own().y=scrollY;' +
  'if(f)own().folds=folds().map(function(f,i){return f.open?i:-1}).filter(function(i){return i>=0})}' +
  'function wait(){w={x:p[n.currentEntry.key]||{}};if(w.x.folds)d.dataset.returned=""}' +
  'function go(){if(w.drawn&&w.x.y>=0)scrollTo({top:w.x.y,behavior:"instant"})}' +
  'function draw(){if(!w.drawn&&Array.isArray(w.x.folds))folds().forEach(function(f,i){f.open=w.x.folds.indexOf(i)>=0});w.drawn=1;go()}' +
  'function end(){var o=w;requestAnimationFrame(function(){if(o!==w)return;draw();requestAnimationFrame(function(){if(o!==w)return;go();w=0;note(1)})})}' +
  'function act(){if(w&&w.drawn)w=0;else if(w)w.x={folds:w.x.folds}}' +
  'read();addEventListener("pageshow",function(e){if(e.persisted)read()});addEventListener("pagehide",keep);addEventListener("visibilitychange",keep);' +
  'var i=n.activation,l;if(p[n.currentEntry.key]&&((performance.getEntriesByType("navigation")[0]||{}).type!=="navigate"||i&&i.navigationType==="replace"&&i.from&&i.from.url.split("#")[0]===location.href.split("#")[0])){wait();l=w;' +
  'addEventListener("DOMContentLoaded",function(){if(l===w)draw()});addEventListener("load",function(){if(l===w)end()})}' +
  'addEventListener("scroll",function(){if(w)go();else note(1)});addEventListener("toggle",function(){note(0,1)},true);' +
  '["wheel","touchmove"].forEach(function(t){addEventListener(t,act,{passive:true,capture:true})});' +
  'addEventListener("pointerdown",function(e){if(e.target===d)act()},true);' +
  'addEventListener("keydown",function(e){if(!e.altKey&&/^(Arrow|Page|Home|End|Tab| )/.test(e.key))act()},true);' +
  'n.addEventListener("currententrychange",function(e){if(e.navigationType==="replace"){if(w&&!w.drawn&&!w.lost){if(s)end();else{w.lost=1;location.reload()}}return}var o=w&&!w.drawn,b=e.navigationType==="traverse";w=0;delete d.dataset.returned;' +
  'if(o||e.from.url.split("#")[0]!==location.href.split("#")[0]){if(b)wait()}else{note(!b,1);if(b){wait();end()}}});',
);

/**
 * A press of a control that is not awake yet and says that it may wait (`data-early`) is done as soon as it is, unless that takes over five seconds or the
 * reader turns to something else: scrolls, presses, or leaves by Escape or Tab. It is heard before React, which may stop it while it wakes the page.
 */
const earlyPress = task(
  'var o;function stop(){if(o)o.disconnect();o=0}' +
  'addEventListener("click",function(e){var b=e.target.closest&&e.target.closest("[data-early][aria-disabled=true]"),t=e.timeStamp;if(!b)return;stop();' +
  'o=new MutationObserver(function(){stop();if(performance.now()-t<5e3)b.click()});o.observe(b,{attributeFilter:["aria-disabled"]})},true);' +
  '["wheel","touchmove","pointerdown"].forEach(function(t){addEventListener(t,stop,{passive:true,capture:true})});' +
  'addEventListener("keydown",function(e){if(e.key==="Escape"||e.key==="Tab")stop()},true);',
);

/**
 * Marks a page that a phone opens at its top for the first time (`data-fresh`): one that is reloaded, gone back to or opened at a part of it has a place
 * to return to. The mark goes with the page, when the screen becomes wide or narrow, and before printing, since any of these would lay out a second time
 * what has it, and for the key End or a link to a part of it while pieces wait, since where they lead would still move; a browser that cannot tell sets
 * none. It stays while the same page is read otherwise: to take it away costs a style of the whole page. The end is gone to here as well, since a browser
 * that is busy may drop the key. On such a page it lays out what is `later` (globals.css) from the top, in one frame as many pieces as have two hundred
 * elements, with eight more for each: few frames take long, and there are not many. A larger piece has a frame of its own. The next comes 50 ms later:
 * between them the page wakes and answers. What was laid out may hold more that waits, and that comes before what follows.
 */
const layingOut = task(
  'var d=document.documentElement,n=window.navigation,m=matchMedia("(width < 48rem)");' +
  'if(!n||!m.matches||location.hash||(performance.getEntriesByType("navigation")[0]||{}).type!=="navigate"||(n.activation||{}).navigationType==="replace")return;d.dataset.fresh="";' +
  'function q(){return document.getAnimations().filter(function(x){return x.animationName==="lay-out"&&x.playState!=="finished"})}' +
  'function f(){delete d.dataset.fresh}m.addEventListener("change",f);addEventListener("beforeprint",f);addEventListener("keydown",function(e){if(e.key!=="End")return;var v=q().length;f();if(v&&e.target===document.body)scrollTo({top:d.scrollHeight,behavior:"instant"})});' +
  'n.addEventListener("navigate",function(e){if(e.hashChange&&q().length||new URL(e.destination.url).pathname!==location.pathname)f()});' +
  'addEventListener("DOMContentLoaded",function(){requestAnimationFrame(function g(){if(!("fresh"in d.dataset))return;' +
  'for(var a=q(),i=0,w=0,s;i<a.length;i++){s=8+a[i].effect.target.getElementsByTagName("*").length;if(i&&w+s>200)break;w+=s;a[i].finish()}if(i)setTimeout(function(){requestAnimationFrame(g)},50)})});',
);

export const headScript = theme + goingBack + place + earlyPress + layingOut;
