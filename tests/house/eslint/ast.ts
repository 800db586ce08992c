import type { Rule } from "eslint";

/** Nodes of the tree as the rules see them: ESLint's own types know neither TypeScript nor JSX. */
export interface Node {
  type: string;
  parent: Node;
  [key: string]: unknown;
}

export type Context = Rule.RuleContext;

export function report(context: Context, node: Node, message: string): void {
  context.report({ node: node as unknown as Rule.Node, message });
}

export function rule(description: string, create: (context: Context) => Record<string, ((node: Node) => void) | undefined>): Rule.RuleModule {
  return {
    meta: { type: "problem", docs: { description }, schema: [] },
    create: (context) => create(context) as unknown as Rule.RuleListener,
  };
}

/** The linted file, relative to the top of the repository, with forward slashes. */
export function pathOf(context: Context): string {
  const { cwd, filename } = context;
  const path = filename.startsWith(cwd) ? filename.slice(cwd.length + 1) : filename;
  return path.replaceAll("\\", "/");
}

export function isClientFile(context: Context): boolean {
  const body = context.sourceCode.ast.body as unknown as Node[];
  return body.some((statement) => statement.directive === "use client");
}
