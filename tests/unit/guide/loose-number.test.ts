import { describe, expect, it } from "vitest";
import { findLooseNumber } from "#lib/guide/loose-number.ts";
import { first, problemsOf } from "#tests/support/broken-guide.ts";

describe("A number without a source", () => {
  it.each(["31,000", "½", "３１０００", "٣١", "Ⅻ", "7%", "$2000", "2000 %", "2000€", "2000k", "12.5", "1e-6"])("is found, however it is written: %s", (number) => {
    expect(findLooseNumber(`About ${number} of them.`)).toBe(number.split(" ")[0]);
  });

  it.each(["USD118000", "USD118", "USD-118", "EUR2000", "n118k", "top-20", "Top-20", "salary118000", "K118000", "x2024", "-F1", "$K9", "F1.5", "S3%", "2024-34"])("is found in a word that hides it: %s", (word) => {
    expect(findLooseNumber(`About ${word} of them.`)).not.toBeNull();
  });

  it.each(["F1", "F1-score", "p95", "AI-102", "S3", "H100", "H100s", "MLS-C01", "GPT-4", "AAAI-27", "CUDA 12", "CUDA 12.4", "Python 3.11", "2025", "1999"])("is not seen in a year or a name: %s", (name) => {
    expect(findLooseNumber(`About ${name}, and (${name}) or “${name}”.`)).toBeNull();
  });

  it("cannot be told from a year, and passes", () => {
    expect(findLooseNumber("About 2000 dollars.")).toBeNull();
  });

  it.each(["title", "says", "caption", "label", "detail"])("is refused in what stands beside a chart: its %s", (field) => {
    const problems = problemsOf(({ charts: [chart] }) => Object.assign(field in chart! ? chart! : first(chart!.rows), { [field]: "The 500 best." }));
    expect(problems.split("\n").slice(1)).toEqual(['  baker/charts.ts: pay: "500" is a number without a source']);
  });
});
