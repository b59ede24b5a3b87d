import { type SourceFile, type Syntax, usedNames, walk } from "./source.ts";

/** Which of these names the files use, as "file: name". */
export function uses(files: SourceFile[], names: string[]): string[] {
  return files.flatMap((file) => {
    const used = new Set(usedNames(file));
    return names.filter((name) => used.has(name)).map((name) => `${file.path}: ${name}`);
  });
}

/** Syntax of one kind, as "file:line kind". */
export function finds(files: SourceFile[], test: (node: Syntax) => boolean): string[] {
  return files.flatMap((file) =>
    walk(file.program)
      .filter(({ node }) => test(node))
      .map(({ node }) => `${file.path}:${lineOf(file, Number(node.start))} ${node.type}`),
  );
}

const lineOf = (file: SourceFile, offset: number) => file.text.slice(0, offset).split("\n").length;
