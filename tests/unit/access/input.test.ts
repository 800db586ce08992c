import { expect, it } from "vitest";
import { z } from "zod";
import { parseInput } from "#lib/access/input.ts";

it("tells of very many mistakes the first fifty, whether names are unknown or values wrong", () => {
  const schema = z.strictObject({ list: z.array(z.string()).optional() });
  const unknown = parseInput(schema, Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, 0])));
  const wrong = parseInput(schema, { list: Array.from({ length: 5_000 }, () => 0) });
  for (const refused of [unknown, wrong]) expect(refused).toMatchObject({ ok: false, errors: { length: 50 } });
});
