import { isSyntax, type SourceFile, walk } from "./source.ts";

/** Casts through `unknown` without a comment in the line above that says what guarantees them, as "file:line". */
export function unexplainedCasts(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    [...walk(file.program)]
      .filter(({ node }) => isCast(node) && isCast(node.expression) && isToUnknown(node.expression))
      .map(({ node }) => file.text.slice(0, Number(node.end)).split("\n"))
      .filter((lines) => !/^\s*(\/\/|\*)/.test(lines.at(-2) ?? ""))
      .map((lines) => `${file.path}:${lines.length}`),
  );
}

function isCast(node: unknown): boolean {
  return isSyntax(node) && node.type === "TSAsExpression";
}

function isToUnknown(node: unknown): boolean {
  return isSyntax(node) && isSyntax(node.typeAnnotation) && node.typeAnnotation.type === "TSUnknownKeyword";
}
