import { html, type Html } from "./html.ts";

/** One thing that happened; its link is a whole address. */
export interface Told {
  words: string;
  itemTitle: string | null;
  link: string | null;
  quote: { text: string; points: readonly string[] } | null;
}

export interface NoticesMail {
  name: string;
  /** At least one. */
  told: readonly Told[];
  /** The daily digest; otherwise what was told at once. */
  digest: boolean;
  /** Which mails these are, such as “Returned”. */
  label: string;
  settingsLink: string;
  unsubscribeLink: string;
}

export interface Written { subject: string; text: string; html: string }

/** Names and titles carry marks around them that keep their direction; a subject line is better without. */
const isolates = /[\u2066-\u2069]/g;

export function noticesMail(mail: NoticesMail): Written {
  return { subject: subjectOf(mail).replaceAll(isolates, ""), text: textOf(mail), html: htmlOf(mail).markup };
}

function subjectOf({ told, digest }: NoticesMail): string {
  const [first, ...more] = told;
  if (digest) return told.length === 1 ? `Your day on Cairn: ${first!.words}` : `Your day on Cairn: ${told.length} notifications`;
  return more.length === 0 ? first!.words : `${first!.words}, and ${more.length} more`;
}

function whyOf({ digest, label, told }: NoticesMail): string {
  if (digest) return "This is your daily digest: one mail a day, and none when nothing happened.";
  // What is about a review names its item, and of that alone the second sentence is true.
  const once = told.every(({ itemTitle }) => itemTitle !== null) ? " Until you have read it, no second one comes about the same review, but a reminder may." : "";
  return `You get this mail because “${label}” is mailed to you at once.${once}`;
}

const stopOf = ({ digest }: NoticesMail) => (digest ? "No digest any more" : "No more mails of this kind");

// As text ---------------------------------------------------------------------------------------------------

function textOf(mail: NoticesMail): string {
  const { name, told, settingsLink, unsubscribeLink } = mail;
  return [
    `Hello ${name},`, ...told.map(toldText),
    `-- \n${whyOf(mail)}\nWhat is mailed: ${settingsLink}\n${stopOf(mail)}: ${unsubscribeLink}`,
  ].join("\n\n");
}

function toldText({ words, itemTitle, link, quote }: Told): string {
  const points = quote?.points.map((point, index) => indent(`${index + 1}. ${point}`)) ?? [];
  return [
    [words, itemTitle].filter((line) => line !== null).join("\n"),
    ...(quote && quote.text.trim() !== "" ? [indent(quote.text)] : []), ...points,
    ...(link === null ? [] : [link]),
  ].join("\n\n");
}

function indent(text: string): string {
  return text.split("\n").map((line) => (line === "" ? "" : `  ${line}`)).join("\n");
}

// As HTML ---------------------------------------------------------------------------------------------------

function htmlOf(mail: NoticesMail): Html {
  const { name, told, settingsLink, unsubscribeLink } = mail;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${subjectOf(mail)}</title>
</head>
<body style="margin:0;padding:24px 16px;background:#faf8f3;color:#2b2724;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<div style="max-width:36em;margin:0 auto">
<p style="margin:0 0 20px">Hello ${name},</p>
${told.map(toldHtml)}
<p style="margin:28px 0 0;padding-top:14px;border-top:1px solid #d8d3ca;font-size:13px;color:#6a645d">${whyOf(mail)}<br>
<a href="${settingsLink}" style="color:#6a645d">What is mailed</a> · <a href="${unsubscribeLink}" style="color:#6a645d">${stopOf(mail)}</a></p>
</div>
</body>
</html>`;
}

function toldHtml({ words, itemTitle, link, quote }: Told): Html {
  const text = quote && quote.text.trim() !== "" ? html`<p style="margin:0 0 8px;white-space:pre-wrap">${quote.text}</p>` : "";
  const points = quote && quote.points.length > 0
    ? html`<ol style="margin:0 0 8px;padding-left:22px">${quote.points.map((point) => html`<li style="margin:0 0 6px;white-space:pre-wrap">${point}</li>`)}</ol>` : "";
  return html`<div style="margin:0 0 24px">
<p style="margin:0;font-size:18px;line-height:1.35;font-weight:600">${words}</p>
${itemTitle === null ? "" : html`<p style="margin:2px 0 0;color:#6a645d">${itemTitle}</p>`}
${text === "" && points === "" ? "" : html`<div dir="auto" style="margin:14px 0 0;padding-left:14px;border-left:3px solid #b9c9b8">${text}${points}</div>`}
${link === null ? "" : html`<p style="margin:14px 0 0"><a href="${link}" style="display:inline-block;padding:8px 14px;border-radius:8px;background:#2f5d42;color:#ffffff;font-weight:600;text-decoration:none">Open it in Cairn</a></p>`}
</div>
`;
}
