"use client";

import { useEffect, useRef } from "react";
import { forgetWords, keepWords, keptWords } from "#components/ui/kept-words.ts";

type Kept = [name: string, value: string][];

/**
 * Keeps in this tab what is typed into a form of uncontrolled fields, until it is sent or given up: the page can be left by a link, and
 * read anew. `name` says which form, and what it writes about. Boxes that were ticked are ticked again; none is unticked, for
 * the link that led here may have ticked it.
 */
export function useKeptFields(name: string) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const text = keptWords(name);
    if (form.current && text !== "") fillIn(form.current, parse(text));
  }, [name]);
  return {
    form,
    onInput: () => {
      if (form.current) keepWords(name, JSON.stringify(Array.from(new FormData(form.current), ([field, value]) => [field, String(value)])));
    },
    forget: () => forgetWords(name),
  };
}

/** Nothing for what was not kept here. */
function parse(text: string): Kept {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isField) : [];
  } catch {
    return [];
  }
}

function isField(value: unknown): value is Kept[number] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "string");
}

function fillIn(form: HTMLFormElement, kept: Kept): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === "checkbox") {
      if (!kept.some(([name, value]) => name === control.name && value === control.value)) continue;
      control.checked = true;
      control.closest("details")?.setAttribute("open", "");
    } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) {
      control.value = kept.find(([name]) => name === control.name)?.[1] ?? control.value;
    }
  }
}
