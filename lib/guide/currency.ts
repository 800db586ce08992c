/** The codes of the money of the world: "EUR", "SEK". */
export function listCurrencies(): readonly string[] {
  return Intl.supportedValuesOf("currency");
}

export function isCurrency(code: string): boolean {
  return listCurrencies().includes(code);
}

/** As a sentence names it: "US dollars", "euros". */
export function nameCurrency(code: string): string {
  const parts = new Intl.NumberFormat("en-US", { style: "currency", currency: code, currencyDisplay: "name" }).formatToParts(2);
  return parts.find(({ type }) => type === "currency")?.value ?? code;
}
