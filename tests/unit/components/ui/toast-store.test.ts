import { expect, it } from "vitest";
import { currentToasts, showToast } from "#components/ui/toast-store.ts";

it("of more than three, the oldest that is no problem makes room", () => {
  showToast({ message: "It failed", tone: "problem" });
  for (const message of ["One", "Two", "Three"]) showToast({ message });
  expect(currentToasts().map(({ message }) => message)).toEqual(["It failed", "Two", "Three"]);
});
