import { documentOf } from "#api/app.ts";
import { channelRoster } from "#bots/channels/index.ts";
import type { OpenApiDocument, OpenApiParameter } from "#openapi/document.ts";

type Schema = {
  $ref?: string;
  type?: string | string[];
  example?: unknown;
  default?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  "x-secret"?: boolean;
};
type Described = {
  operationId: string;
  security?: unknown[];
  /** Its name in the audit log, where it is not the operationId. */
  "x-audit"?: string | boolean;
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
};
type Document = OpenApiDocument & { paths: Record<string, Record<string, Described>>; components: { schemas: Record<string, Schema> } };

/** One endpoint of the document, with a body made of the examples it gives. */
export type Operation = {
  id: string;
  method: string;
  path: string;
  isOpen: boolean;
  body: unknown;
  /** Names of the fields of its body, at any depth. */
  bodyFields: string[];
  answers: AnswerField[];
  auditAction: string | null;
  /** What its query may say, with a value that is accepted. */
  query: Record<string, unknown>;
};

/** A field of what an operation answers, at any depth. */
export type AnswerField = { name: string; isSecret: boolean };

/** Every endpoint under /v1, as the document describes it. */
export function operations(): Operation[] {
  // The document is our own; its form is OpenAPI's.
  const document = documentOf(channelRoster) as Document;
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId: id, security, parameters = [], requestBody, responses, "x-audit": audit }]) => {
      const schema = requestBody?.content["application/json"]?.schema;
      return {
        id,
        method: method.toUpperCase(),
        path,
        isOpen: security?.length === 0 || path === "/metrics",
        body: schema && exampleOf(schema, document),
        bodyFields: schema ? fieldsOf(schema, document, []).map(({ name }) => name) : [],
        query: queryOf(parameters, document),
        auditAction: typeof audit === "string" ? audit : null,
        answers: Object.values(responses)
          .flatMap(({ content = {} }) => Object.values(content))
          .flatMap(({ schema: answer }) => fieldsOf(answer, document, [])),
      };
    }),
  );
}

/** The endpoints that need a key. */
export const guarded = operations().filter(({ isOpen }) => !isOpen);

function queryOf(parameters: readonly OpenApiParameter[], document: Document): Record<string, unknown> {
  // The form of a parameter's schema is OpenAPI's, too.
  return Object.fromEntries(
    parameters.filter((each) => each.in === "query").map(({ name, schema }) => [name, exampleOf(schema as Schema, document)]),
  );
}

function fieldsOf(schema: Schema, document: Document, within: readonly string[]): AnswerField[] {
  const name = schema.$ref?.split("/").at(-1);
  if (name !== undefined) return within.includes(name) ? [] : fieldsOf(document.components.schemas[name] ?? {}, document, [...within, name]);
  const inner = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].filter((each) => each !== undefined);
  const own = Object.entries(schema.properties ?? {}).map(([field, property]) => ({ name: field, isSecret: property["x-secret"] === true }));
  return [...own, ...[...inner, ...Object.values(schema.properties ?? {})].flatMap((each) => fieldsOf(each, document, within))];
}

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
