import { describe, expect, it } from "vitest";
import { parseAccount } from "#components/shell/account.ts";
import { destinations, isWithin, placeOf, settings } from "#components/shell/destinations.ts";

const labels = (...args: Parameters<typeof destinations>) => destinations(...args).map(({ label }) => label);

describe("the navigation", () => {
  it("shows a visitor what is public", () => {
    expect(labels(null)).toEqual(["Guide", "Roadmap"]);
  });

  it("shows a learner their own places", () => {
    expect(labels({ userId: "u", name: "Ada", roles: [] })).toEqual(["Guide", "Roadmap", "Portfolio", "Reviews"]);
  });

  it("adds the queue for a mentor, and only for a mentor", () => {
    expect(labels({ userId: "u", name: "Ada", roles: ["mentor"] })).toContain("Queue");
    expect(labels({ userId: "u", name: "Ada", roles: ["admin"] })).not.toContain("Queue");
  });

  it("adds the admins' place for an admin, and a mentor's settings for a mentor", () => {
    const [admin, mentor] = [{ userId: "u", name: "Ada", roles: ["admin" as const] }, { userId: "v", name: "Bo", roles: ["mentor" as const] }];
    expect(labels(admin)).toContain("Admin");
    expect(labels(mentor)).not.toContain("Admin");
    expect(settings(mentor).map(({ href }) => href)).toEqual(["/settings/mentor", "/settings/notifications"]);
    expect(settings(admin).map(({ href }) => href)).toEqual(["/settings/notifications"]);
  });

  it("leads a visitor to no page that asks for a sign-in", () => {
    expect(destinations(null).every(({ href }) => href.startsWith("/guide/"))).toBe(true);
    expect(destinations({ userId: "u", name: "Ada", roles: [] })[1]!.href).toMatch(/^\/roadmap\//);
  });

  it("says of one place that the page lies in it, the nearest", () => {
    const [guide, roadmap] = destinations(null);
    expect(placeOf(guide!.href, destinations(null))).toEqual(guide);
    expect(placeOf(`${guide!.href}/terms`, destinations(null))).toEqual(guide);
    expect(placeOf(roadmap!.href, destinations(null))).toEqual(roadmap);
    expect(placeOf("/sign-in", destinations(null))).toBeUndefined();
  });

  it("knows the pages below a place, and not those whose name begins alike", () => {
    expect(isWithin("/reviews/1", "/reviews")).toBe(true);
    expect(isWithin("/reviews-of-others", "/reviews")).toBe(false);
    expect(isWithin("/mentor/reviews/1", "/mentor/queue")).toBe(true);
  });
});

describe("what the account's address answers", () => {
  it("is read when it has the expected shape", () => {
    const account = { userId: "u", name: "Ada", roles: ["mentor"] };
    expect(parseAccount({ account })).toEqual(account);
  });

  it("is a visitor's for anything else", () => {
    for (const answer of [null, "", [], { account: null }, { account: {} }, { account: { userId: 1, name: "Ada", roles: [] } }]) {
      expect(parseAccount(answer)).toBeNull();
    }
  });

  it("gives no role that the header does not know", () => {
    expect(parseAccount({ account: { userId: "u", name: "Ada", roles: ["owner", 7] } })?.roles).toEqual([]);
  });
});
