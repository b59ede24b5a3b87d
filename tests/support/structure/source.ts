import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { parseSync } from "vite";

/** A syntax node in the ESTree form, with TypeScript's own kinds beside it. */
export type Syntax = { type: string; [key: string]: unknown };

export type SourceFile = {
  /** From the project's root, with `/`. */
  path: string;
  text: string;
  lines: number;
  program: Syntax;
  comments: string[];
  /** Everything it imports, types too: a package's name, or a path from the project's root. */
  imports: { specifier: string; target: string }[];
};

export const areas = ["api", "bots", "core", "db", "openapi", "tests"] as const;

export function readSources(pattern = `{${areas.join(",")}}/**/*.ts`): SourceFile[] {
  return globSync(pattern)
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .map(readSource);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, "utf8");
  const { program, comments, module, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const specifiers = [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((entry) => entry.entries.flatMap((name) => name.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map((entry) => text.slice(entry.moduleRequest.start + 1, entry.moduleRequest.end - 1)),
  ];
  return {
    path,
    text,
    lines: text.split("\n").length - (text.endsWith("\n") ? 1 : 0),
    // The parser's types name every node kind; the walk needs only that a node has a type.
    program: program as unknown as Syntax,
    comments: comments.map((comment) => comment.value),
    imports: [...new Set(specifiers)].map((specifier) => ({ specifier, target: resolve(path, specifier) })),
  };
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return join(dirname(from), specifier);
  if (specifier.startsWith("node:")) return specifier;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

export function isSyntax(value: unknown): value is Syntax {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

type Step = { node: Syntax; parent: Syntax | null };

/** The nodes of each tree that was walked: the tests look through the same trees many times. */
const walked = new WeakMap<Syntax, readonly Step[]>();

/** The node and every node below, each with its parent. */
export function walk(root: Syntax): readonly Step[] {
  const steps = walked.get(root) ?? [...stepsFrom(root, null)];
  walked.set(root, steps);
  return steps;
}

function* stepsFrom(node: Syntax, parent: Syntax | null): Generator<Step> {
  yield { node, parent };
  for (const child of Object.values(node).flat()) if (isSyntax(child)) yield* stepsFrom(child, node);
}

/** Names that the file uses: `fetch`, and `Date.now` for a member of a name; keys and members of other things are left out. */
export function usedNames(file: SourceFile): string[] {
  return walk(file.program).flatMap(({ node, parent }) => {
    if (node.type === "MemberExpression" && isSyntax(node.object) && node.object.type === "Identifier" && isSyntax(node.property)) {
      return [`${String(node.object.name)}.${String(node.property.name)}`];
    }
    if (node.type !== "Identifier" || !parent) return [];
    const isKey = (parent.type === "MemberExpression" && parent.property === node) || (parent.type === "Property" && parent.key === node);
    return isKey && parent.computed !== true ? [] : [String(node.name)];
  });
}
