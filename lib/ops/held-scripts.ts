/** A type that no browser runs or loads; the scripts keep their address and place. */
const HELD = "text/after-paint";

/**
 * Starts the held scripts once the page is painted: or two seconds after it is loaded, for a tab that nobody looks at and a browser that tells of
 * no paint. Each takes its own place again, where Next looks for it by its address.
 */
const starter =
  "(function(){function go(){document.querySelectorAll('script[type=\"" + HELD + "\"]').forEach(function(s){var c=s.cloneNode();c.removeAttribute(\"type\");s.replaceWith(c)})}" +
  'try{new PerformanceObserver(function(l){if(l.getEntriesByName("first-contentful-paint").length)setTimeout(go)}).observe({type:"paint",buffered:true})}catch(e){}' +
  'addEventListener("load",function(){setTimeout(go,2000)})})()';

/**
 * A prerendered page whose asynchronous scripts are asked for only when it is painted: it can be read and used without them, and they would
 * take the line from its style and fonts, and the processor from its first layout. A page without such scripts is left as it is.
 */
export function holdScripts(html: string): string {
  const held: string[] = [];
  const page = html.replace(/<script src="([^"]+)"(?=[^>]*\sasync="")/g, (tag, address: string) => {
    held.push(address);
    return `${tag} type="${HELD}"`;
  });
  if (held.length === 0) return html;
  return page
    .replace(/<link rel="preload" as="script"[^>]*\shref="([^"]+)"[^>]*>/g, (link, address: string) => (held.includes(address) ? "" : link))
    .replace("</body>", `<script>${starter}</script></body>`);
}
