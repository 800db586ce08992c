import { MINUTE } from "#lib/base/time.ts";

/** A server that takes mail, and whose mail it is. */
export interface MailServer {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise the connection is upgraded where the server offers it. */
  secure: boolean;
  /** No mail, and no password, without TLS. */
  requireTls: boolean;
  login: { user: string; pass: string } | null;
  from: { name: string; address: string };
  /** How long one mail may take in all, in milliseconds. */
  patience: number;
}

const ports = { "smtp:": 587, "smtps:": 465 } as const;

/**
 * The mail server that an operator has set; null when none is. Throws a sentence that names the variable: both belong together.
 * A password is never sent unencrypted, unless to this machine itself.
 */
export function parseMailServer({ CAIRN_SMTP_URL: url, CAIRN_MAIL_FROM: from }: NodeJS.Dict<string>): MailServer | null {
  if (!url && !from) return null;
  if (!url) throw new Error("CAIRN_SMTP_URL is missing: CAIRN_MAIL_FROM is set, and there is no server to send by.");
  if (!from) throw new Error("CAIRN_MAIL_FROM is missing: with CAIRN_SMTP_URL set, mails need an address that they come from.");
  const parsed = URL.parse(url);
  if (!parsed || !(parsed.protocol in ports) || parsed.hostname === "" || !/^\/?$/.test(parsed.pathname) || parsed.search !== "" || parsed.hash !== "") {
    // Not repeated here: it may hold a password.
    throw new Error("CAIRN_SMTP_URL must be an address such as smtp://user:password@mail.example.org:587, or smtps:// for TLS from the start.");
  }
  const { protocol, username, password } = parsed;
  const host = parsed.hostname.replace(/^\[|\]$/g, "");
  const login = username === "" ? null : { user: decode(username), pass: decode(password) };
  const secure = protocol === "smtps:";
  return {
    host, port: Number(parsed.port) || ports[protocol as keyof typeof ports], secure, requireTls: !secure && login !== null && !isThisMachine(host), login,
    from: parseSender(from), patience: MINUTE,
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Error("CAIRN_SMTP_URL holds a % that stands for no character: write %25 for a percent sign in a name or a password.");
  }
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** `name@example.org`, or `Some Name <name@example.org>`. */
function parseSender(text: string): MailServer["from"] {
  const [, name = "", bracketed] = /^(?:"?([^"<>]*?)"?\s*)<([^<>]+)>$/.exec(text.trim()) ?? [];
  const address = bracketed ?? text.trim();
  if (!/^[^\s@<>",;:]+@[^\s@<>",;:]+$/.test(address) || /[\p{Cc}]/u.test(text)) {
    throw new Error(`CAIRN_MAIL_FROM is "${text}"; it must be an address such as cairn@example.org, or Cairn <cairn@example.org>.`);
  }
  return { name: name || "Cairn", address };
}
