import type { OpenApiDocument, OpenApiParameter } from "./document.ts";

/**
 * What the document says wrongly about parameters, one line each. The linter does not refuse it, and clients generated
 * from it are wrong: a path without its parameter is another path, and neither a path nor a query can carry null.
 */
export function wrongParameters(document: Pick<OpenApiDocument, "paths">): string[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { parameters = [] }]) =>
      parameters.flatMap((parameter) =>
        faultsOf(parameter).map((fault) => `${method} ${path}: ${parameter.in} parameter ${parameter.name} ${fault}`),
      ),
    ),
  );
}

function faultsOf({ in: place, required, schema }: OpenApiParameter): string[] {
  return [...(place === "path" && required !== true ? ["must be required"] : []), ...(allowsNull(schema) ? ["must not be null"] : [])];
}

/** Does a JSON schema, or any schema inside it, have the type null? */
function allowsNull(schema: unknown): boolean {
  if (typeof schema !== "object" || schema === null) return false;
  if ("type" in schema && [schema.type].flat().includes("null")) return true;
  return Object.values(schema).some(allowsNull);
}
