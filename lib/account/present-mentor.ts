/** What decides whether a mentor is there. Days off are given with the instants at which they begin and have ended. */
export interface Presence {
  roles: readonly string[];
  disabledAt: Date | null;
  daysOff: readonly { beginsAt: Date; endsAt: Date }[];
}

/** Whether somebody is an active mentor who is not away at `now`. */
export function isPresentMentor({ roles, disabledAt, daysOff }: Presence, now: Date): boolean {
  return roles.includes("mentor") && disabledAt === null && !daysOff.some(({ beginsAt, endsAt }) => beginsAt <= now && now < endsAt);
}

/** Days off that cover `now`, as a where-object. */
export function coversNow(now: Date) {
  return { beginsAt: { lte: now }, endsAt: { gt: now } };
}

/** isPresentMentor as a where-object for users. */
export function presentMentor(now: Date) {
  return { disabledAt: null, roles: { has: "mentor" as const }, daysOff: { none: coversNow(now) } };
}
