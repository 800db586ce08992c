"use client";

/** What next-auth's endpoints are asked from the browser; its own client would bring a session provider with it. */

async function csrfToken(): Promise<string> {
  const answer = await fetch("/api/auth/csrf", { headers: { accept: "application/json" } });
  const body: unknown = await answer.json();
  if (typeof body === "object" && body !== null && "csrfToken" in body && typeof body.csrfToken === "string") return body.csrfToken;
  throw new Error("The sign-in service did not give a token.");
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(path, {
    method: "POST",
    headers: { accept: "application/json" },
    // A form's body, which is what next-auth's endpoints read.
    body: new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: "true" }),
  });
}

export type SignInResult = "signed-in" | "wrong-pair" | "too-many" | "unreachable";

/** Tries an email and a password. Never says which of the two was wrong. */
export async function signIn(pair: { email: string; password: string }): Promise<SignInResult> {
  try {
    const answer = await post("/api/auth/callback/credentials", { ...pair, callbackUrl: location.origin });
    if (answer.status === 429) return "too-many";
    if (answer.ok) return "signed-in";
    return answer.status === 401 ? "wrong-pair" : "unreachable";
  } catch {
    return "unreachable";
  }
}

/** True when the session is over. */
export async function signOut(): Promise<boolean> {
  try {
    return (await post("/api/auth/signout", { callbackUrl: location.origin })).ok;
  } catch {
    return false;
  }
}
