import { z } from "zod";
import { id, instant, text } from "#lib/base/fields.ts";
import { isTimeZone } from "#lib/account/working-days.ts";

const email = z.string("Please fill this in.")
  .transform((value) => value.trim().toLowerCase())
  .superRefine((value, context) => {
    const message = emailProblem(value);
    if (message) context.addIssue({ code: "custom", message });
  });

function emailProblem(value: string): string | null {
  if (value === "") return "Please fill this in.";
  if (value.length > 254) return `Please keep this to 254 characters; it has ${value.length.toLocaleString("en")}.`;
  return z.email().safeParse(value).success ? null : "This is not an email address. An example: name@example.org";
}

/** Long rather than complicated; the upper end keeps hashing affordable. */
const newPassword = text({ max: 200, required: true }).refine((value) => value.length >= 10, {
  error: "Please use at least 10 characters; several words are easy to remember.", abort: true,
});

export const signUpInput = z.strictObject({ name: text({ max: 80, required: true }), email, password: newPassword });

export const signInInput = z.strictObject({
  email,
  password: z.string().min(1).max(1_000),
  /** The address that asks, for the limit on guessing; not from the person. */
  address: z.string(),
  /** The token of a session that this browser still has; the new one takes its place. */
  replaces: z.string().nullable(),
  /** What tells this browser from others: a random token that its cookie keeps beyond the session. */
  browser: z.string().min(20).max(100),
});

export const signOutInput = z.strictObject({ token: z.string() });

export const role = z.enum(["mentor", "admin"], { error: "A role is mentor or admin." });

export const grantRoleInput = z.strictObject({ email, role });

export const personInput = z.strictObject({ userId: id });

export const accountDto = z.strictObject({ userId: id, name: z.string(), roles: z.array(role) });
export type AccountDto = z.infer<typeof accountDto>;

export const meDto = z.strictObject({ account: accountDto.nullable() });
export type MeDto = z.infer<typeof meDto>;

/** The token goes into next-auth's cookie and nowhere else. */
export const signedInDto = z.strictObject({ userId: id, name: z.string(), token: z.string() });

const weekday = z.int("This is no day of the week.").min(1, "This is no day of the week.").max(7, "This is no day of the week.");

/** An id of the guide's; whether the guide still has such a step is for whoever reads it. */
const stepId = z.string().max(120).regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, "This is no step of a guide.");

export const UNKNOWN_TIME_ZONE = "This is no time zone that Cairn knows. An example: Europe/Berlin";

const timeZone = z.string("Please fill this in.").max(64, "This is no time zone.").refine(isTimeZone, { error: UNKNOWN_TIME_ZONE });

const capacity = z.int("Please give a whole number.").min(1, "Please take at least one at a time.").max(100, "Please keep this to 100.");

/** What a mentor decides about their own work; days off are taken and cancelled by acts of their own. */
export const keepMentorProfileInput = z.strictObject({
  /** None means all of them. */
  steps: z.array(stepId).max(60).refine(isSet, "A step stands here twice."),
  capacity,
  workingDays: z.array(weekday).min(1, "Please choose at least one day: reviews are kept for you by your working days.")
    .max(7).refine(isSet, "A day stands here twice."),
  timeZone,
});
export type KeepMentorProfileInput = z.input<typeof keepMentorProfileInput>;

export const setTimeZoneInput = z.strictObject({ timeZone });

function isSet(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

const day = z.iso.date("Please give a day.");

export const takeDaysOffInput = z.strictObject({ firstDay: day, lastDay: day });
export type TakeDaysOffInput = z.input<typeof takeDaysOffInput>;

export const daysOffInput = z.strictObject({ daysOffId: id });

export const daysOffDto = z.strictObject({ daysOffId: id, firstDay: day, lastDay: day });
export type DaysOffDto = z.infer<typeof daysOffDto>;

export const mentorProfileDto = z.strictObject({
  /** Ids of steps; none means all of them. */
  steps: z.array(z.string()),
  capacity: z.int().nonnegative(),
  /** ISO days of the week, ascending: 1 is Monday. */
  workingDays: z.array(weekday),
  timeZone: z.string(),
  /** The day that it is in the time zone. */
  today: day,
  /** Those that are not over, the earliest first. */
  daysOff: z.array(daysOffDto),
});
export type MentorProfileDto = z.infer<typeof mentorProfileDto>;

/** A mentor as admins see them. */
export const mentorPresenceDto = z.strictObject({
  userId: id,
  name: z.string(),
  capacity: z.int().nonnegative(),
  /** The last day of the days off that last now; null for who is there. */
  awayUntil: day.nullable(),
  /** When a session of theirs last asked for something; null when none is known any more. */
  lastActiveAt: instant.nullable(),
});
export type MentorPresenceDto = z.infer<typeof mentorPresenceDto>;

export const peopleInput = z.strictObject({
  /** The beginning of an address, or a part of a name; empty for everybody. */
  search: text({ max: 200 }).default(""),
  /** The `next` of the page before; absent for the first. */
  after: z.string().max(200).optional(),
});

/** An account as admins see it. */
export const personDto = z.strictObject({
  userId: id, name: z.string(), email: z.string(), roles: z.array(role), since: instant,
  /** Since when the account is disabled; null while it works. */
  disabledAt: instant.nullable(),
  isYou: z.boolean(),
});
export type PersonDto = z.infer<typeof personDto>;

/** Newest first. */
export const peopleDto = z.strictObject({
  people: z.array(personDto),
  /** Null on the last page. */
  next: z.string().nullable(),
});
export type PeopleDto = z.infer<typeof peopleDto>;
