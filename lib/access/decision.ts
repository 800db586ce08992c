import { isAdmin, isMentor, type Actor } from "#lib/access/actor.ts";
import type { FieldError } from "#lib/base/problem.ts";

/**
 * Why an act was not done. `hidden` says nothing of what exists (404), `forbidden` says that this actor may not (403),
 * `conflict` that it cannot be done now (409), `invalid` that the input is at fault (422), `unauthorized` that nobody is
 * signed in (401), `limited` that it was asked too often (429).
 */
export interface Refusal {
  ok: false;
  kind: "unauthorized" | "hidden" | "forbidden" | "conflict" | "invalid" | "limited";
  /** A stable code for programs. */
  reason: string;
  /** Words for a person. */
  message: string;
  errors?: FieldError[];
}

export type Decision = { ok: true } | Refusal;

/** Judges an act. Pure: what it needs to know was loaded under the locks, and time is a parameter. */
export type Policy<Subject, Input> = (actor: Actor, subject: Subject, context: PolicyContext<Input>) => Decision;

export interface PolicyContext<Input> {
  input: Input;
  /** The database's clock, read after the locks were taken. */
  now: Date;
}

export const allow: Decision = { ok: true };

export const hidden: Refusal = {
  ok: false, kind: "hidden", reason: "NOT_FOUND", message: "There is nothing here, or it is not for you to see.",
};

export const unauthorized: Refusal = {
  ok: false, kind: "unauthorized", reason: "SIGN_IN", message: "Please sign in first.",
};

export function forbidden(reason: string, message: string): Refusal {
  return { ok: false, kind: "forbidden", reason, message };
}

export function conflict(reason: string, message: string, field?: string): Refusal {
  return { ok: false, kind: "conflict", reason, message, ...(field && { errors: [{ field, message }] }) };
}

export function invalid(field: string, message: string, reason = "INVALID"): Refusal {
  return { ok: false, kind: "invalid", reason, message, errors: [{ field, message }] };
}

export function limited(message: string): Refusal {
  return { ok: false, kind: "limited", reason: "TOO_MANY", message };
}

/** The policy of what is public. Searching for it lists all that is. */
export const anyone = (): Decision => allow;

/** The policy of everyone who is signed in. */
export const membersOnly = (actor: Actor): Decision => (actor.kind === "member" ? allow : hidden);

/** The policy of jobs and programs alone. */
export const systemOnly = (actor: Actor): Decision => (actor.kind === "system" ? allow : hidden);

export const mentorsOnly = (actor: Actor): Decision => (isMentor(actor) ? allow : forbidden("MENTORS_ONLY", "This is for mentors."));

export const adminsOnly = (actor: Actor): Decision => (isAdmin(actor) ? allow : forbidden("ADMINS_ONLY", "This is for admins."));
