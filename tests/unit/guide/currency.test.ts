import { expect, it } from "vitest";
import { isCurrency, nameCurrency } from "#lib/guide/currency.ts";
import { findLooseNumber } from "#lib/guide/loose-number.ts";
import { first, problemsOf, unchanged, written } from "#tests/support/broken-guide.ts";
import { readGuide } from "#lib/guide/store.ts";
import { tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

it("Pay is in any currency that there is, and in no other", () => {
  for (const currency of ["SEK", "AUD", "SGD", "CHF"]) {
    expect(isCurrency(currency)).toBe(true);
    expect(problemsOf((content) => (first(content.pay).currency = currency))).toMatch(/\b0 problems/);
  }
  for (const currency of ["sek", "Euro", "", "EU", "ZZZ"]) {
    expect(problemsOf((content) => (first(content.pay).currency = currency))).toContain("baker/pay.ts: [0].currency: must be a currency, as in EUR");
  }
});

it("An amount is no name, in whatever currency it is written", () => {
  for (const amount of ["AUD9000", "SGD1500", "SEK-4000", "USD118", "EUR2000", "US2500"]) {
    expect(findLooseNumber(`About ${amount} of them.`)).toBe(amount);
    expect(problemsOf(unchanged, written(`\nThey earn ${amount} there.\n`))).toContain(`"${amount}" is a number without a source`);
  }
});

it("What was converted is said to be converted to its own currency, in words", () => {
  expect(["USD", "GBP", "EUR", "SEK"].map(nameCurrency)).toEqual(["US dollars", "British pounds", "euros", "Swedish kronor"]);
  const content = tinyGuide();
  Object.assign(first(content.pay), { currency: "GBP", converted: true });
  const { book } = readGuide(content, tinyProse);
  const kind = "wages, converted to British pounds by the publisher";
  expect(book?.notes.get(1)?.measures).toContain(kind);
  expect(book?.charts.get("pay")?.rows[0]).toMatchObject({ kind });
});
