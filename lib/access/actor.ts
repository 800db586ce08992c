declare const brand: unique symbol;

export type Role = "mentor" | "admin";

/** Nobody is signed in. */
export interface Visitor { readonly kind: "visitor"; readonly [brand]: true }

/** Somebody who is signed in; every member is a learner, roles are what they are besides. */
export interface Member {
  readonly kind: "member";
  readonly userId: string;
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
  readonly [brand]: true;
}

/** A job or a program of the operator, by name. */
export interface System { readonly kind: "system"; readonly job: string; readonly [brand]: true }

export type Actor = Visitor | Member | System;

/** Actors are made here alone, so that no other place can invent one. */
export const visitor = { kind: "visitor" } as Visitor;

export function member({ userId, name, roles }: { userId: string; name: string; roles: readonly Role[] }): Member {
  return { kind: "member", userId, name, roles: new Set(roles) } as unknown as Member;
}

/** For jobs.ts files and lib/ops alone; lint refuses it elsewhere. */
export function systemActor(job: string): System {
  return { kind: "system", job } as System;
}

export function isMentor(actor: Actor): actor is Member {
  return actor.kind === "member" && actor.roles.has("mentor");
}

export function isAdmin(actor: Actor): actor is Member {
  return actor.kind === "member" && actor.roles.has("admin");
}

/** Whether that is the account of whoever acts; null is nobody's. */
export function isUser(actor: Actor, userId: string | null): boolean {
  return actor.kind === "member" && actor.userId === userId;
}

/** Null for who is no member. */
export function userIdOf(actor: Actor): string | null {
  return actor.kind === "member" ? actor.userId : null;
}

/** Who somebody is in logs and in the keys of idempotency and rate limits. */
export function actorKey(actor: Actor): string {
  if (actor.kind === "member") return `user:${actor.userId}`;
  return actor.kind === "system" ? `system:${actor.job}` : "visitor";
}
