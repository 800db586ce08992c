/** What each of them would do if it ran. */
const run = "globalThis.ran=1;alert(1)";

const html = [
  `<script>${run}</script>`, `<ScRiPt>${run}</sCrIpT>`, `<script src=//example.org/x.js></script>`, `<script src="data:text/javascript,${run}"></script>`,
  `<img src=x onerror="${run}">`, `<img src=x onerror=${run}//`, `<img/src="x"/onerror=${run}>`, `<img src="x" onerror\n=\n"${run}">`, `"><img src=x onerror=${run}>`,
  `<svg onload=${run}>`, `<svg><script>${run}</script></svg>`, `<svg><animate onbegin=${run} attributeName=x dur=1s>`, `<svg><a xlink:href="javascript:${run}"><text y=20>x</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg' onload='${run}'/>#x"/></svg>`, `<svg><foreignObject><body onload=${run}></foreignObject></svg>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`, `<math href="javascript:${run}">x</math>`,
  `<iframe src="javascript:${run}"></iframe>`, `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`, `<iframe src=https://example.org></iframe>`,
  `<object data="javascript:${run}"></object>`, `<object data=https://example.org/x.swf></object>`, `<embed src="javascript:${run}">`, `<embed src=https://example.org/x>`,
  `<body onload=${run}>`, `<details open ontoggle=${run}>x</details>`, `<video><source onerror=${run}></video>`, `<video src=https://example.org/x.mp4 autoplay></video>`,
  `<audio src=x onerror=${run}>`, `<input autofocus onfocus=${run}>`, `<select autofocus onfocus=${run}>`, `<textarea autofocus onfocus=${run}>`, `<button autofocus onfocus=${run}>x`,
  `<marquee onstart=${run}>x</marquee>`, `<a href="javascript:${run}">x</a>`, `<a href=" &#14; javascript:${run}">x</a>`, `<a href="jav&#x09;ascript:${run}">x</a>`,
  `<form action="javascript:${run}"><button>x</button></form>`, `<form><button formaction="javascript:${run}">x</button></form>`, `<isindex action="javascript:${run}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${run}">`, `<meta http-equiv=refresh content="0;url=https://example.org">`, `<base href=https://example.org/>`,
  `<link rel=stylesheet href=https://example.org/x.css>`, `<link rel=preload as=script href=https://example.org/x.js>`, `<link rel=prefetch href=https://example.org/>`,
  `<style>*{background:url(https://example.org/x)}</style>`, `<style>@import'https://example.org/x.css';</style>`, `<div style="background:url(https://example.org/x)">x</div>`,
  `<div style="position:fixed;inset:0;z-index:9999;background:red">over everything</div>`, `<div style="width:expression(${run})">x</div>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`, `<!--><img src=x onerror=${run}>-->`, `<!--[if IE]><script>${run}</script><![endif]-->`, `<![CDATA[<script>${run}</script>]]>`,
  `<?xml version="1.0"?><x onload=${run}/>`, `<template><script>${run}</script></template>`, `<x onclick=${run}>x</x>`, `<x onmouseover=${run}>hover</x>`, `<p id=body name=cookie>clobber</p>`,
  `<form name=getElementById><input name=body></form>`, `<a id=defaultView></a><a id=defaultView name=ran>`, `<table background="javascript:${run}"><td>x</td></table>`,
  `<img srcset="https://example.org/a.png 2x" src=https://example.org/b.png>`, `<picture><source srcset=https://example.org/a.png></picture>`, `<img src="https://example.org/pixel.png" width=1>`,
  `</p></div></li></ol></section></main><h1>out of the frame</h1>`, `</textarea><script>${run}</script>`, `</title><script>${run}</script>`, `</script><script>${run}</script>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`, `<<script>${run}//<</script>`, `<img src=x:x onerror\x0c=${run}>`.replace("\x0c", " "), `<IMG """><SCRIPT>${run}</SCRIPT>">`,
  `<portal src=https://example.org></portal>`, `<dialog open>in front</dialog>`, `<div popover=manual id=p>x</div>`, `<button popovertarget=p>x</button>`, `<slot onslotchange=${run}>`,
];

/** In two parts, since the linter takes an address of this kind for code. */
const js = ["javascript", ""].join(":");

const schemes = [
  js, js.toUpperCase(), "javascript&colon;", "java\tscript:", "java&#x0A;script:", "&#106;avascript:", ` ${js}`, `${js}// %0a`, "data:text/html,<script>",
  "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==#", "data:image/svg+xml,<svg onload=>", "vbscript:", "livescript:", "mocha:", "view-source:javascript:", "blob:", "filesystem:",
  "file:///etc/passwd#", "feed:javascript:", "jar:javascript:", "about:blank#", "ws://example.org/", "//example.org/", "\\\\example.org\\", "/\\example.org/", "https:example.org/",
];

const markdown = schemes.flatMap((scheme) => [
  `[x](${scheme}${run})`, `[x](<${scheme}${run}>)`, `![x](<${scheme}${run}>)`, `<${scheme}${run}>`, `[x]: <${scheme}${run}>\n\n[x] ![x]`, `[![x](<${scheme}${run}>)](<${scheme}${run}>)`,
]);

const tricks = [
  `[x](https://example.org "onmouseover=${run}")`, `[x](https://example.org '" onmouseover="${run}')`, `![" onerror="${run}](x)`, `![x](https://example.org/x.png" onerror="${run})`,
  `[<img src=x onerror=${run}>](https://example.org)`, `\`<script>${run}</script>\``, `\`\`\`html" onclick="${run}\n<script>${run}</script>\n\`\`\``, `    <script>${run}</script>`,
  `|<script>${run}</script>|b|\n|-|-|\n|<img src=x onerror=${run}>|[x](javascript:${run})|`, `- <script>${run}</script>\n- [ ] <input autofocus onfocus=${run}>`, `> <iframe src=javascript:${run}>`,
  `# <svg onload=${run}>`, `[^1]: <script>${run}</script>\n\nx[^1]`, `<https://example.org/" onclick="${run}>`, `www.example.org/"onmouseover="${run}`, `https://example.org/<script>${run}</script>`,
  `a@example.org"><script>${run}</script>`, `[x](\`javascript:${run}\`)`, `[x][y]\n\n[y]: javascript:${run}`, `[constructor]: javascript:${run}\n\n[constructor]`, `[__proto__]: https://example.org\n\n[__proto__]`,
  `&lt;script&gt;${run}&lt;/script&gt;`, `&#60;script&#62;${run}&#60;/script&#62;`, `\\<script>${run}\\</script>`, `{{constructor.constructor('${run}')()}}`, `\${${run}}`, `<%= ${run} %>`, `#{${run}}`,
  `:script[${run}]`, `::iframe{src=javascript:${run}}`, `$$\\href{javascript:${run}}{x}$$`, `\`\`\`mermaid\ngraph TD; A["<img src=x onerror=${run}>"]\n\`\`\``, `<!--\n-->\n<script>${run}</script>`,
];

/** Ways in which others have made words run in a page, as HTML, as links, and as Markdown that is read twice. */
export const vectors: readonly string[] = [...html, ...markdown, ...tricks];
