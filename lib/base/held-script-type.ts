/** Of scripts that a page holds until it wakes: of a type that no browser knows, they are neither loaded nor run. */
export const heldScriptType = "text/held";
