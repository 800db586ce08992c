"use client";

import { useEffect, useRef, useState, type FormEvent } from "react";
import { problemIn } from "#components/ui/detail-of.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { Problem } from "#lib/base/problem.ts";

/** The same words at the same place again still have to be read out again, so a failure is an object of its own. */
type Failure = { problem: Problem; form: HTMLFormElement };

/**
 * Sends a form and keeps what came back. `act` gets what was filled in and throws ProblemError when it is refused: then the fields show
 * what is wrong with them, and the first one gets the focus. The fields are left uncontrolled, so nothing that was typed is lost.
 * While it is under way a second submission does nothing.
 */
export function useSubmission(act: (fields: FormData) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const underWay = useRef(false);

  async function send(form: HTMLFormElement) {
    underWay.current = true;
    setBusy(true);
    setFailure(null);
    try {
      await act(new FormData(form));
    } catch (error) {
      setFailure({ problem: problemIn(error), form });
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  }

  useEffect(() => {
    if (failure) firstWrong(failure)?.focus();
  }, [failure]);

  return {
    busy,
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      if (!underWay.current) void send(event.currentTarget);
    },
    /** What is wrong with a field; null when nothing is. */
    errorOf: (name: string) => failure?.problem.errors?.find((error) => error.field === name)?.message ?? null,
    /** What is wrong with the whole; null when the fields say it all. */
    message: failure ? wholeMessage(failure) : null,
  };
}

function controls(form: HTMLFormElement): HTMLElement[] {
  return [...form.elements].filter((element) => element instanceof HTMLElement);
}

function firstWrong({ problem, form }: Failure): HTMLElement | undefined {
  const wrong = new Set(problem.errors?.map((error) => error.field));
  return controls(form).find((control) => wrong.has(control.getAttribute("name") ?? ""));
}

/** The words for the form as a whole, with those that belong to a field that the form does not have. */
function wholeMessage({ problem, form }: Failure): string | null {
  const errors = problem.errors ?? [];
  if (errors.length === 0) return problem.detail;
  const names = new Set(controls(form).map((control) => control.getAttribute("name")));
  const homeless = errors.filter((error) => !names.has(error.field));
  return homeless.length > 0 ? homeless.map((error) => error.message).join(" ") : null;
}

/** The message of the whole form, above its button. */
export function FormMessage({ message }: { message: string | null }) {
  return message ? (
    <Notice tone="problem">
      <p className="text-danger">{message}</p>
    </Notice>
  ) : null;
}
