"use client";

import { signIn } from "#components/account/session-requests.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { FormMessage, useSubmission } from "#components/ui/form.tsx";
import { sendJson } from "#lib/base/api.ts";

/** `next` is a path on this site, already checked. */
export function SignUpForm({ next }: { next: string }) {
  const { busy, onSubmit, errorOf, message } = useSubmission(async (fields) => {
    const [name, email, password] = ["name", "email", "password"].map((field) => String(fields.get(field))) as [string, string, string];
    await sendJson("/api/v1/account/sign-up", { method: "POST", body: { name: name.trim(), email, password } });
    // The account is there now; if signing in fails, the sign-in page is where to try again.
    const result = await signIn({ email, password });
    location.assign(result === "signed-in" ? next : `/sign-in?next=${encodeURIComponent(next)}`);
  });
  return (
    <form onSubmit={onSubmit} method="post" noValidate className="grid gap-5">
      <TextField
        label="Name"
        name="name"
        hint="As mentors should address you."
        autoComplete="name"
        required
        error={errorOf("name")}
      />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        autoCapitalize="none"
        spellCheck={false}
        error={errorOf("email")}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        hint="At least 10 characters; several words are easy to remember."
        autoComplete="new-password"
        required
        error={errorOf("password")}
      />
      <FormMessage message={message} />
      <Button type="submit" variant="primary" busy={busy}>
        Sign up
      </Button>
    </form>
  );
}
