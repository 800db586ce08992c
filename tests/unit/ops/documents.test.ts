import { expect, it } from "vitest";
import { bestEncoding } from "#lib/ops/documents.ts";

it.each([
  ["br, gzip", "br"],
  ["gzip, deflate", "gzip"],
  ["gzip;q=1.0, br;q=0", "gzip"],
  ["BR;q=0.5", "br"],
  ["br;q=0.0, gzip; q=0", "identity"],
  ["brotli", "identity"],
  [undefined, "identity"],
])("Accept-Encoding %j is answered with %s", (header, encoding) => {
  expect(bestEncoding(header)).toBe(encoding);
});
