import { PassThrough } from "node:stream";
import { createTransport } from "nodemailer";
import type { MailServer } from "#lib/platform/mail-server.ts";

/** One mail to one person, written. */
export interface Letter {
  /** The same each time it is posted, so that a server that has it already can tell. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Takes a POST without a session (RFC 8058). */
  unsubscribe: string;
}

/** `again` says that it was certainly not sent, and may be tried later; `why` is for the operator. */
export type Posted = { sent: true } | { sent: false; again: boolean; why: string };

/**
 * Hands a mail to a server. Never throws for what a server or a network does. When the server falls silent after it was given the whole
 * mail, nobody can know whether it took it: that is told as not sent and not to be tried again, since one mail too few is in the
 * list of notifications anyway, and one too many is in somebody's way.
 */
export async function post(server: MailServer, letter: Letter): Promise<Posted> {
  const { host, port, secure, requireTls, login, patience } = server;
  const transporter = createTransport({
    host, port, secure, requireTLS: requireTls, ...(login && { auth: login }),
    connectionTimeout: patience / 4, greetingTimeout: patience / 4, dnsTimeout: patience / 4, socketTimeout: patience / 2,
  });
  let given = false;
  transporter.use("stream", (mail, done) => {
    mail.message.transform(() => new PassThrough({
      flush(end) {
        given = true;
        end();
      },
    }));
    done();
  });
  try {
    await transporter.sendMail({ ...fieldsOf(server, letter), signal: AbortSignal.timeout(patience) });
    return { sent: true };
  } catch (error) {
    return refusal(error as SmtpError, given);
  } finally {
    transporter.close();
  }
}

interface SmtpError extends Error { code?: string; responseCode?: number; response?: string }

function refusal({ code, responseCode, response, message }: SmtpError, given: boolean): Posted {
  const why = inOneLine(response ?? message).slice(0, 500);
  if (responseCode === undefined && given) return { sent: false, again: false, why: `Perhaps sent: the server fell silent after it had the mail (${why})` };
  // What the server says of this mail for good; that it does not know our password may be mended.
  const isFinal = (code === "EENVELOPE" || code === "EMESSAGE") && responseCode !== undefined && responseCode >= 500;
  return { sent: false, again: !isFinal, why };
}

function fieldsOf({ from }: MailServer, { id, to, subject, text, html, unsubscribe }: Letter) {
  return {
    from, to: { name: inOneLine(to.name), address: to.address }, subject: inOneLine(subject), text, html,
    messageId: `<${id}@${from.address.split("@")[1]}>`,
    headers: {
      "Auto-Submitted": "auto-generated",
      "List-Unsubscribe": `<${inOneLine(unsubscribe)}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
    disableFileAccess: true, disableUrlAccess: true,
  };
}

/** A line break in a header's field would begin another field. */
function inOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
