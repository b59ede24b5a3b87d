import { isSyntax, type SourceFile, type Syntax, walk } from "./source.ts";

/**
 * Casts, `as const` apart, without a comment that says what guarantees them, as "file:line": in the line above the cast or above its
 * statement, or above the casts that stand in the lines before it.
 */
export function unexplainedCasts(files: readonly SourceFile[]): string[] {
  return castsOf(files, isCast);
}

/** Those of them that go through `unknown`, after which the compiler takes anything. */
export function unexplainedUnknownCasts(files: readonly SourceFile[]): string[] {
  return castsOf(files, (node) => isCast(node) && isSyntax(node.expression) && isCast(node.expression) && isToUnknown(node.expression));
}

function castsOf(files: readonly SourceFile[], isMeant: (node: Syntax) => boolean): string[] {
  return files.flatMap((file) => {
    const nodes = walk(file.program).map(({ node }) => node);
    const casts = nodes.filter(isMeant);
    const castLines = new Set(nodes.filter(isCast).map(({ end }) => lineAt(file, end)));
    return casts.filter((cast) => !isExplained(file, nodes, castLines, cast)).map(({ end }) => `${file.path}:${lineAt(file, end)}`);
  });
}

function isExplained(file: SourceFile, nodes: readonly Syntax[], castLines: ReadonlySet<number>, cast: Syntax): boolean {
  const lines = file.text.split("\n");
  // Line numbers begin at 1, so that `line - 2` is the place of the line above.
  const hasComment = (line: number) => /^\s*(\/\/|\*|\/\*)/.test(lines[line - 2] ?? "");
  const statement = nodes.filter((node) => isStatement(node) && holds(node, cast)).at(-1);
  let first = lineAt(file, (statement ?? cast).start);
  while (castLines.has(first - 1) && !hasComment(first)) first -= 1;
  return hasComment(lineAt(file, cast.end)) || hasComment(first);
}

function isCast({ type, typeAnnotation }: Syntax): boolean {
  return type === "TSTypeAssertion" || (type === "TSAsExpression" && !isConst(typeAnnotation));
}

function isConst(type: unknown): boolean {
  return isSyntax(type) && isSyntax(type.typeName) && type.typeName.name === "const";
}

function isToUnknown({ typeAnnotation }: Syntax): boolean {
  return isSyntax(typeAnnotation) && typeAnnotation.type === "TSUnknownKeyword";
}

function isStatement({ type }: Syntax): boolean {
  return type !== "BlockStatement" && /(Statement|Declaration)$/.test(type);
}

function holds(outer: Syntax, inner: Syntax): boolean {
  return Number(outer.start) <= Number(inner.start) && Number(outer.end) >= Number(inner.end);
}

function lineAt(file: SourceFile, offset: unknown): number {
  return file.text.slice(0, Number(offset)).split("\n").length;
}
