export type Problem = { file: string; field: string; message: string };

/** What a failing build prints: one line a problem, with file and field. */
export function describeProblems(folder: string, problems: readonly Problem[]): string {
  const lines = problems.map(({ file, field, message }) => `  ${folder}/${file}: ${field}: ${message}`);
  return [`The guide's content has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}:`, ...lines].join("\n");
}

/** A problem of shape, from where it was found: the first key is the file. */
export function shapeProblem([key, ...rest]: readonly PropertyKey[], message: string): Problem {
  const field = rest.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return { file: key === undefined ? "content.ts" : `${String(key)}.ts`, field: field.replace(/^\./, "") || "all of it", message };
}
