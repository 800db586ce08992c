import { describe, expect, it } from "vitest";
import { noticesMail, type NoticesMail, type Told } from "#lib/notification/mail/notices-mail.ts";

const told = (given: Partial<Told> = {}): Told => ({
  words: "\u2068Ada\u2069 asks for changes", itemTitle: "An item", link: "https://mentors.example.org/reviews/1",
  quote: { text: "Good work.\nTwo things:", points: ["Split the data first", "Name the seed"] }, ...given,
});
const mail = (given: Partial<NoticesMail> = {}) => noticesMail({
  name: "Noor", told: [told()], digest: false, label: "Returned", settingsLink: "https://mentors.example.org/settings/notifications",
  unsubscribeLink: "https://mentors.example.org/unsubscribe/token", ...given,
});

describe("a mail about what happened", () => {
  it("says it in its subject, and how much more there is", () => {
    expect(mail().subject).toBe("Ada asks for changes");
    expect(mail({ told: [told(), told(), told()] }).subject).toBe("Ada asks for changes, and 2 more");
    expect(mail({ digest: true }).subject).toBe("Your day on Cairn: Ada asks for changes");
    expect(mail({ digest: true, told: [told(), told()] }).subject).toBe("Your day on Cairn: 2 notifications");
  });

  it("holds the mentor's words, each thing asked, the way to the review and the ways to be left in peace, as text", () => {
    expect(mail().text).toBe([
      "Hello Noor,", "\u2068Ada\u2069 asks for changes\nAn item", "  Good work.\n  Two things:", "  1. Split the data first", "  2. Name the seed",
      "https://mentors.example.org/reviews/1",
      "-- \nYou get this mail because “Returned” is mailed to you at once. Until you have read it, no second one comes about the same review, but a reminder may.\n"
        + "What is mailed: https://mentors.example.org/settings/notifications\nNo more mails of this kind: https://mentors.example.org/unsubscribe/token",
    ].join("\n\n"));
  });

  it("holds the same as HTML, with nothing that is fetched", () => {
    const { html } = mail();
    for (const part of ["Good work.", "Split the data first", "href=\"https://mentors.example.org/reviews/1\"", "href=\"https://mentors.example.org/unsubscribe/token\""]) {
      expect(html).toContain(part);
    }
    expect(html).not.toMatch(/<(img|link|script|iframe|object|video|audio|form)\b|url\(|@import|src=/i);
  });

  it("never lets somebody's words become markup", () => {
    const evil = "<img src=x onerror=alert(1)>\"'&</p>";
    const { html } = mail({ name: evil, label: evil, told: [told({ words: evil, itemTitle: evil, quote: { text: evil, points: [evil] }, link: "https://x/\"onclick=\"" })] });
    expect(html).not.toContain("<img");
    expect(html).not.toContain("\"onclick");
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;&lt;/p&gt;");
  });

  it("promises one mail until it is read only of what is about a review", () => {
    expect(mail().html).toContain("no second one comes about the same review");
    expect(mail({ told: [told({ itemTitle: null })] }).text).not.toContain("no second one");
  });

  it("is short where there are no words and there is nothing to open", () => {
    const { text, html } = mail({ told: [told({ quote: { text: "  ", points: [] }, link: null, itemTitle: null })] });
    expect(text).toMatch(/^Hello Noor,\n\n\u2068Ada\u2069 asks for changes\n\n-- \n/);
    expect(html).not.toContain("Open it in Cairn");
  });
});
