import { documentOf } from "#api/app.ts";
import { channelRoster } from "#bots/channels/index.ts";
import type { OpenApiDocument } from "#openapi/document.ts";

type Schema = {
  $ref?: string;
  type?: string | string[];
  example?: unknown;
  default?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
};
type Described = {
  operationId: string;
  security?: unknown[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
type Document = OpenApiDocument & { paths: Record<string, Record<string, Described>>; components: { schemas: Record<string, Schema> } };

/** One endpoint of the document, with a body made of the examples it gives. */
export type Operation = { id: string; method: string; path: string; isOpen: boolean; body: unknown };

/** Every endpoint under /v1, as the document describes it. */
export function operations(): Operation[] {
  // The document is our own; its form is OpenAPI's.
  const document = documentOf(channelRoster) as Document;
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId: id, security, requestBody }]) => {
      const schema = requestBody?.content["application/json"]?.schema;
      return {
        id,
        method: method.toUpperCase(),
        path,
        isOpen: security?.length === 0 || path === "/metrics",
        body: schema && exampleOf(schema, document),
      };
    }),
  );
}

/** The endpoints that need a key. */
export const guarded = operations().filter(({ isOpen }) => !isOpen);

function exampleOf(schema: Schema, document: Document): unknown {
  if (schema.example !== undefined) return schema.example;
  const name = schema.$ref?.split("/").at(-1);
  if (name !== undefined) return exampleOf(document.components.schemas[name] ?? {}, document);
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return exampleOf(choice, document);
  if (schema.enum) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.type === "array") return [exampleOf(schema.items ?? {}, document)];
  if (schema.type !== "object") return "x";
  const wanted = Object.entries(schema.properties ?? {}).filter(([key, { example }]) => schema.required?.includes(key) || (example ?? null) !== null);
  return Object.fromEntries(wanted.map(([key, property]) => [key, exampleOf(property, document)]));
}
