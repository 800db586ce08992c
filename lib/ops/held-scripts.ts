/** Scripts of a type that no browser knows are neither run nor loaded. */
const HELD = "text/after-paint";

/**
 * Starts the held scripts when the page has arrived whole and is painted; where no paint is reported, as in a tab that nobody looks at, two seconds
 * after the page's load. A browser does not look at a script again when its type changes, so a copy takes its place, with the same address and
 * `async`, by which Turbopack's runtime and React find it.
 */
const starter =
  `(function(){function go(){document.querySelectorAll('script[type="${HELD}"]').forEach(function(s){var c=s.cloneNode();c.removeAttribute("type");s.replaceWith(c)})}` +
  'try{new PerformanceObserver(function(l){if(l.getEntriesByName("first-contentful-paint").length)setTimeout(go)}).observe({type:"paint",buffered:true})}catch(e){}' +
  'addEventListener("load",function(){setTimeout(go,2000)})})()';

/**
 * A prerendered page whose asynchronous scripts are asked for only when it has arrived and is painted. It is read without them, and what needs them
 * is disabled or a plain link until they run; asked for earlier, they compete with its style and fonts for the line, and with its first layout for
 * the processor.
 * A page without such scripts is returned as it is. Throws for one that has no end of its body, where the scripts would be started.
 */
export function holdScripts(html: string): string {
  const held = new Set<string>();
  const page = html.replace(/<script\b[^>]*>/g, (tag) => {
    const address = /\ssrc="([^"]+)"/.exec(tag)?.[1];
    if (address === undefined || !/\sasync(=""|[\s>])/.test(tag)) return tag;
    held.add(address);
    return `${tag.slice(0, -1)} type="${HELD}">`;
  });
  if (held.size === 0) return html;
  const end = page.lastIndexOf("</body>");
  if (end === -1) throw new Error("A page has scripts and no end of its body.");
  const beforehand = (link: string) => /\sas="script"/.test(link) && held.has(/\shref="([^"]+)"/.exec(link)?.[1] ?? "");
  return `${page.slice(0, end)}<script>${starter}</script>${page.slice(end)}`.replace(/<link\b[^>]*>/g, (link) => (beforehand(link) ? "" : link));
}
