import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { post, type Letter } from "#lib/platform/mail.ts";
import type { MailServer } from "#lib/platform/mail-server.ts";
import { freePort } from "#tests/support/server.ts";
import { startMute, startSmtp, type Manner } from "#tests/support/smtp.ts";

let smtp: Awaited<ReturnType<typeof startSmtp>>;

beforeAll(async () => {
  smtp = await startSmtp();
});

afterAll(async () => {
  await smtp.stop();
});

const server = (given: Partial<MailServer> = {}): MailServer => ({
  host: "127.0.0.1", port: smtp.port, secure: false, requireTls: false, login: null, from: { name: "Cairn", address: "cairn@example.org" }, patience: 20_000,
  ...given,
});

const letter = (given: Partial<Letter> = {}): Letter => ({
  id: "one", to: { name: "Noor", address: "noor@example.org" }, subject: "A subject", text: "Some text", html: "<p>Some text</p>",
  unsubscribe: "https://mentors.example.org/unsubscribe/token", ...given,
});

async function posted(given: Partial<Letter>, ...manners: Manner[]) {
  smtp.received.length = 0;
  smtp.behave(...manners);
  return await post(server(), letter(given));
}

describe("a mail", () => {
  it("arrives as text and as HTML, says that nobody wrote it, and how to be left in peace", async () => {
    expect(await posted({}, "takes it")).toEqual({ sent: true });
    const [mail] = smtp.received;
    expect(mail).toMatchObject({ from: "cairn@example.org", to: ["noor@example.org"] });
    expect(mail!.header("From")).toBe("Cairn <cairn@example.org>");
    expect(mail!.header("Content-Type")).toMatch(/^multipart\/alternative/);
    expect(mail!.raw).toContain("Content-Type: text/plain");
    expect(mail!.raw).toContain("Content-Type: text/html");
    expect(mail!.header("Auto-Submitted")).toBe("auto-generated");
    expect(mail!.header("List-Unsubscribe")).toBe("<https://mentors.example.org/unsubscribe/token>");
    expect(mail!.header("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    expect(mail!.header("Message-ID")).toBe("<one@example.org>");
  });

  it("gets no further header and no further receiver from a name or a subject", async () => {
    const evil = "x\r\nBcc: evil@example.org\r\n\r\nbody\u2028\u0000";
    expect(await posted({ subject: evil, to: { name: `${evil}" <evil@example.org>, "`, address: "noor@example.org" } }, "takes it")).toEqual({ sent: true });
    const [mail] = smtp.received;
    expect(mail!.to).toEqual(["noor@example.org"]);
    expect(mail!.header("Bcc")).toBeUndefined();
    expect(mail!.header("Subject")).toBe("x Bcc: evil@example.org body");
  });

  it("keeps a subject in any script", async () => {
    await posted({ subject: "\u2068שרה 🪨\u2069 confirmed your work" }, "takes it");
    expect(smtp.received[0]!.header("Subject")).toMatch(/^=\?UTF-8\?/);
  });
});

describe("a mail that was not sent", () => {
  it("is given up when the server refuses it for good", async () => {
    expect(await posted({}, "refuses it for good")).toMatchObject({ sent: false, again: false, why: expect.stringContaining("550") });
  });

  it("may be tried again when the server refuses it for now", async () => {
    expect(await posted({}, "refuses it for now", "takes it")).toMatchObject({ sent: false, again: true, why: expect.stringContaining("451") });
    expect(await post(server(), letter())).toEqual({ sent: true });
    expect(smtp.received).toHaveLength(1);
  });

  it("may be tried again when nobody listens, or whoever listens hangs up", async () => {
    expect(await post(server({ port: await freePort() }), letter())).toMatchObject({ sent: false, again: true });
    expect(await posted({}, "hangs up")).toMatchObject({ sent: false, again: true });
  });

  it("may be tried again when the server never says a word, and nobody waits for it for long", async () => {
    const mute = await startMute();
    expect(await post(server({ port: mute.port, patience: 1_000 }), letter())).toMatchObject({ sent: false, again: true });
    await mute.stop();
  });

  it("is perhaps sent when the server falls silent after it had all of it, and is not tried again", async () => {
    smtp.received.length = 0;
    smtp.behave("falls silent", "takes it");
    expect(await post(server({ patience: 1_000 }), letter())).toMatchObject({ sent: false, again: false, why: expect.stringMatching(/^Perhaps sent/) });
  });

  it("may be tried again when the password would have to travel unencrypted", async () => {
    smtp.behave("takes it");
    const outcome = await post(server({ login: { user: "ann", pass: "secret" }, requireTls: true }), letter());
    expect(outcome).toMatchObject({ sent: false, again: true });
    expect(JSON.stringify(outcome)).not.toContain("secret");
  });
});
