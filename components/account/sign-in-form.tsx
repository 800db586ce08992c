"use client";

import { signIn, type SignInResult } from "#components/account/session-requests.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { FormMessage, useSubmission } from "#components/ui/form.tsx";
import { ProblemError, unreachable } from "#lib/base/problem.ts";

const words: Record<Exclude<SignInResult, "signed-in">, string> = {
  "wrong-pair": "This email and password do not belong together.",
  "too-many": "Too many tries. Please wait a quarter of an hour, then try again.",
  unreachable: unreachable.detail,
};

/** `next` is a path on this site, already checked. */
export function SignInForm({ next }: { next: string }) {
  const { busy, onSubmit, errorOf, message } = useSubmission(async (fields) => {
    const pair = { email: String(fields.get("email")), password: String(fields.get("password")) };
    const errors = (["email", "password"] as const).filter((field) => pair[field] === "").map((field) => ({ field, message: "Please fill this in." }));
    if (errors.length > 0) throw new ProblemError({ ...unreachable, errors });
    const result = await signIn(pair);
    if (result !== "signed-in") throw new ProblemError({ ...unreachable, detail: words[result] });
    location.assign(next);
  });
  return (
    <form onSubmit={onSubmit} method="post" noValidate className="grid gap-5">
      <TextField label="Email" name="email" type="email" autoComplete="username" required autoCapitalize="none" spellCheck={false} error={errorOf("email")} />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" required error={errorOf("password")} />
      <FormMessage message={message} />
      <Button type="submit" variant="primary" busy={busy}>
        Sign in
      </Button>
    </form>
  );
}
