"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useId } from "react";
import { chooseTheme, useTheme, type Theme } from "#components/shell/theme.ts";
import { classes } from "#components/ui/classes.ts";
import { useEnabled } from "#components/ui/use-awake.ts";

const themes: { theme: Theme; name: string; Icon: typeof Sun }[] = [
  { theme: "system", name: "As the system", Icon: Monitor },
  { theme: "light", name: "Light", Icon: Sun },
  { theme: "dark", name: "Dark", Icon: Moon },
];

/** Three radio buttons: the system's theme, light, dark. Without JavaScript nobody could choose, and until the page is awake nothing would come of it. */
export function ThemeSwitch({ className }: { className?: string }) {
  const chosen = useTheme();
  const name = useId();
  const enabled = useEnabled();
  return (
    <fieldset disabled={!enabled} className={classes("flex rounded-full border border-line p-0.5 noscript:hidden", className)}>
      <legend className="sr-only">Theme</legend>
      {themes.map(({ theme, name: label, Icon }) => (
        <label
          key={theme}
          title={label}
          className="relative grid size-7 place-items-center rounded-full text-muted hover:text-ink has-checked:bg-sunk has-checked:text-ink has-checked:shadow-[inset_0_0_0_1px_var(--color-edge)] has-focus-visible:outline-2 has-focus-visible:outline-lichen pointer-coarse:size-10"
        >
          <input
            type="radio"
            name={name}
            value={theme}
            aria-label={label}
            checked={chosen === theme}
            onChange={() => chooseTheme(theme)}
            className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
          />
          <Icon className="size-4" strokeWidth={1.8} aria-hidden="true" />
        </label>
      ))}
    </fieldset>
  );
}
