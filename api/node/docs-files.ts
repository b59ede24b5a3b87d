import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { DocsFile } from "../http/docs.ts";

const types: Readonly<Record<string, string>> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
  "favicon-32x32.png": "image/png",
};

/** The files of the documentation page, from the package that is installed with the server. */
export const docsFile: DocsFile = async (name) => {
  const type = types[name];
  if (type === undefined) return null;
  const content = await readFile(fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`)));
  return { content: new Uint8Array(content), type };
};
