import { describe, expect, it } from "vitest";
import { parseMailServer } from "#lib/platform/mail-server.ts";

const read = (url: string, from = "cairn@example.org") => parseMailServer({ CAIRN_SMTP_URL: url, CAIRN_MAIL_FROM: from });

describe("the mail server", () => {
  it("is none when nothing is set", () => {
    expect(parseMailServer({})).toBeNull();
    expect(parseMailServer({ CAIRN_SMTP_URL: "", CAIRN_MAIL_FROM: "" })).toBeNull();
  });

  it("has the usual port of its protocol, or the one that is given", () => {
    expect(read("smtp://mail.example.org")).toMatchObject({ host: "mail.example.org", port: 587, secure: false, login: null });
    expect(read("smtps://mail.example.org")).toMatchObject({ port: 465, secure: true });
    expect(read("smtp://[::1]:2525/")).toMatchObject({ host: "::1", port: 2525 });
  });

  it("gets a password over TLS alone, but on this machine", () => {
    expect(read("smtp://ann:p%40ss%2Fword@mail.example.org")).toMatchObject({ requireTls: true, login: { user: "ann", pass: "p@ss/word" } });
    expect(read("smtp://ann:secret@127.0.0.1:2525")).toMatchObject({ requireTls: false });
    expect(read("smtp://ann:secret@127.0.0.1.example.org")).toMatchObject({ requireTls: true });
  });

  it("sends as a name and an address", () => {
    expect(read("smtp://localhost")?.from).toEqual({ name: "Cairn", address: "cairn@example.org" });
    expect(read("smtp://localhost", "Mentors <mentors@example.org>")?.from).toEqual({ name: "Mentors", address: "mentors@example.org" });
    expect(read("smtp://localhost", "\"Mentors, all\" <mentors@example.org>")?.from).toEqual({ name: "Mentors, all", address: "mentors@example.org" });
  });

  it.each(["mail.example.org", "http://mail.example.org", "smtp://", "smtp://mail.example.org/inbox", "smtp://mail.example.org?pool=true"])("is not %j", (url) => {
    expect(() => read(url)).toThrow("CAIRN_SMTP_URL must be an address");
  });

  it.each(["cairn", "Cairn <cairn>", "a@b, c@d", "a@b\r\nBcc: c@d", "<a@b> <c@d>"])("does not send as %j", (from) => {
    expect(() => read("smtp://localhost", from)).toThrow("CAIRN_MAIL_FROM is");
  });

  it("is not repeated in the sentence that refuses it, since it may hold a password", () => {
    expect(() => read("smtp://ann:secret@mail.example.org/?x")).toThrow(/^(?!.*secret)/);
    expect(() => read("smtp://ann:100%secret@mail.example.org")).toThrow(/%25(?!.*secret)/);
  });
});
