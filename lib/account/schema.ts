import { z } from "zod";
import { id, text } from "#lib/base/fields.ts";

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
});

export const signOutInput = z.strictObject({ token: z.string() });

export const role = z.enum(["mentor", "admin"]);

export const grantRoleInput = z.strictObject({ email, role });

export const accountDto = z.strictObject({ userId: id, name: z.string(), roles: z.array(role) });
export type AccountDto = z.infer<typeof accountDto>;

export const meDto = z.strictObject({ account: accountDto.nullable() });
export type MeDto = z.infer<typeof meDto>;

/** The token goes into next-auth's cookie and nowhere else. */
export const signedInDto = z.strictObject({ userId: id, name: z.string(), token: z.string() });
