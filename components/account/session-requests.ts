/** What next-auth's endpoints are asked from the browser; its own client would bring a session provider with it. */

async function csrfToken(): Promise<string> {
  const answer = await fetch("/api/auth/csrf", { headers: { accept: "application/json" } });
  const token = field(await answer.json(), "csrfToken");
  if (token === null) throw new Error("The sign-in service gave no token.");
  return token;
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(path, {
    method: "POST",
    headers: { accept: "application/json" },
    // A form's body, which is what next-auth's endpoints read.
    body: new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: "true" }),
  });
}

function field(body: unknown, name: string): string | null {
  if (typeof body !== "object" || body === null) return null;
  const value = (body as Record<string, unknown>)[name];
  return typeof value === "string" ? value : null;
}

export type SignInResult = "signed-in" | "wrong-pair" | "too-many" | "unreachable";

/** Tries an email and a password. Never says which of the two was wrong. */
export async function signIn(pair: { email: string; password: string }): Promise<SignInResult> {
  try {
    const answer = await post("/api/auth/callback/credentials", { ...pair, callbackUrl: location.origin });
    if (answer.ok) return "signed-in";
    if (answer.status === 429) return "too-many";
    // More than any account has.
    if (answer.status === 413) return "wrong-pair";
    return refusal(field(await answer.json(), "url"));
  } catch {
    return "unreachable";
  }
}

/** next-auth answers with the address of an error page; the reason stands in its query. */
function refusal(url: string | null): SignInResult {
  const reason = url ? new URL(url, location.origin).searchParams.get("error") : null;
  if (reason === "TOO_MANY") return "too-many";
  return reason === "WRONG_PAIR" || reason === "INVALID" ? "wrong-pair" : "unreachable";
}

/** True when the session is over. */
export async function signOut(): Promise<boolean> {
  try {
    return (await post("/api/auth/signout", { callbackUrl: location.origin })).ok;
  } catch {
    return false;
  }
}
