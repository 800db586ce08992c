import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonClasses, type ButtonLook } from "#components/ui/button-classes.ts";
import { classes } from "#components/ui/classes.ts";

/** A link that looks like a button. In a file of its own: the router's link weighs 3 kB, which a plain button does not need. */
export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link className={classes(buttonClasses(variant, size), className)} {...rest} />;
}
