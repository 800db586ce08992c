"use client";

import { useId, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";

/** A time zone by its IANA name, with the browser's list to choose from once the field is entered. */
export function TimeZoneField({ timeZone, hint, error }: { timeZone: string; hint: string; error: string | null }) {
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [known, setKnown] = useState<string[]>([]);
  const takeDevices = () => {
    if (!field.current) return;
    field.current.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
    field.current.focus();
  };
  return (
    <div className="flex flex-wrap items-end gap-2.5">
      <TextField
        ref={field}
        label="Time zone"
        hint={`${hint} By place, such as Europe/Berlin.`}
        name="timeZone"
        list={listId}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="min-w-0 grow basis-60 sm:max-w-80"
        defaultValue={timeZone}
        onFocus={() => setKnown(Intl.supportedValuesOf("timeZone"))}
        error={error}
      />
      <datalist id={listId}>{known.map((name) => <option key={name} value={name} />)}</datalist>
      <Button onClick={takeDevices}>Use this device’s</Button>
    </div>
  );
}
