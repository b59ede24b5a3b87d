import { dirname } from "node:path/posix";
import { isSyntax, type SourceFile, type Syntax } from "./source.ts";

/**
 * Sets of files that import each other in a circle, types included: the strongly connected parts of the import graph
 * (Tarjan's algorithm), each in alphabetical order.
 */
export function importCircles(files: readonly SourceFile[]): string[][] {
  const targets = new Map(files.map(({ path, imports }) => [path, imports.map(({ target }) => target)]));
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (path: string): number => {
    const own = order.size;
    order.set(path, own);
    let low = own;
    stack.push(path);
    for (const target of targets.get(path) ?? []) {
      if (!targets.has(target)) continue;
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (stack.includes(target)) low = Math.min(low, lowest.get(target) ?? order.get(target) ?? low);
    }
    lowest.set(path, low);
    if (low === own) {
      const circle = stack.splice(stack.indexOf(path));
      if (circle.length > 1 || targets.get(path)?.includes(path)) circles.push(circle.sort());
    }
    return low;
  };
  for (const path of targets.keys()) if (!order.has(path)) visit(path);
  return circles.sort((a, b) => (a[0] ?? "").localeCompare(b[0] ?? ""));
}

const declarations: readonly string[] = ["TSTypeAliasDeclaration", "TSInterfaceDeclaration", "ClassDeclaration"];

/** Names of types, interfaces and classes that several files declare, each with those files. */
export function sharedTypeNames(files: readonly SourceFile[]): Map<string, string[]> {
  const declared = new Map<string, string[]>();
  for (const { path, program } of files) {
    for (const name of new Set(typeNamesOf(program))) declared.set(name, [...(declared.get(name) ?? []), path]);
  }
  return new Map([...declared].filter(([, paths]) => paths.length > 1).sort());
}

/** Types that the file declares at its top level, exported or not. */
function typeNamesOf(program: Syntax): string[] {
  const statements = [program.body].flat().filter(isSyntax);
  return statements.flatMap((statement) => {
    const declaration = isSyntax(statement.declaration) ? statement.declaration : statement;
    return declarations.includes(declaration.type) && isSyntax(declaration.id) ? [String(declaration.id.name)] : [];
  });
}

/** How many source files lie directly in each folder. */
export function filesPerFolder(files: readonly SourceFile[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return counts;
}
