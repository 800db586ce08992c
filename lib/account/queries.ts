import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "#lib/base/api.ts";
import type { DaysOffDto, KeepMentorProfileInput, MentorProfileDto, TakeDaysOffInput } from "#lib/account/schema.ts";

const mentor = "/api/v1/account/mentor";

export const accountQueries = {
  all: () => ["account"] as const,
  mentorProfile: () => queryOptions({
    queryKey: [...accountQueries.all(), "mentorProfile"],
    queryFn: ({ signal }) => getJson<MentorProfileDto>(mentor, signal),
  }),
};

export const accountMutations = {
  keepMentorProfile: () => mutationOptions({
    mutationKey: ["account", "keepMentorProfile"],
    mutationFn: (body: KeepMentorProfileInput) => sendJson<void>(mentor, { method: "PUT", body }),
  }),
  setTimeZone: () => mutationOptions({
    mutationKey: ["account", "setTimeZone"],
    mutationFn: (body: { timeZone: string }) => sendJson<void>("/api/v1/account/time-zone", { method: "PUT", body }),
  }),
  takeDaysOff: () => mutationOptions({
    mutationKey: ["account", "takeDaysOff"],
    mutationFn: (body: TakeDaysOffInput) => sendJson<DaysOffDto>(`${mentor}/days-off`, { method: "POST", body }),
  }),
  cancelDaysOff: () => mutationOptions({
    mutationKey: ["account", "cancelDaysOff"],
    mutationFn: ({ daysOffId }: { daysOffId: string }) => sendJson<void>(`${mentor}/days-off/${daysOffId}`, { method: "DELETE" }),
  }),
};
