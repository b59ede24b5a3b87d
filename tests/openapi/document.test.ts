import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documentOf } from "#api/app.ts";
import { channelRoster } from "#bots/channels/index.ts";
import { wrongParameters } from "#openapi/check-parameters.ts";
import { type OpenApiDocument, type OpenApiParameter, version } from "#openapi/document.ts";
import { operations } from "../support/operations.ts";

type Described = {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  responses: Record<string, unknown>;
  parameters?: { name: string }[];
};
const document = documentOf(channelRoster) as OpenApiDocument & { paths: Record<string, Record<string, Described>> };
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

describe("the OpenAPI document", () => {
  it("is the one that is committed: npm run openapi", () => {
    expect(JSON.parse(readFileSync("openapi/openapi.json", "utf8"))).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it("carries the version of the package", () => {
    expect(JSON.parse(readFileSync("package.json", "utf8"))).toMatchObject({ version });
  });

  it("names, sums up and describes every endpoint, under a tag that is described", () => {
    const tags = new Set(document.tags.map(({ name }) => name));
    const bare = described.filter(
      ({ operationId, summary, description, tags: own }) => !operationId || !summary || !description || !own?.every((tag) => tags.has(tag)),
    );

    expect(bare.map(({ path, method }) => `${method} ${path}`)).toEqual([]);
    expect(new Set(described.map(({ operationId }) => operationId)).size).toBe(described.length);
  });

  it("says of every guarded endpoint that it may answer 401, of every id 404, of every body 413, 415 and 422", () => {
    const promised = operations().flatMap(({ id, path, isOpen, body }) => {
      const wanted = [...(isOpen ? [] : [401, 403]), ...(path.includes("{") ? [404] : []), ...(body === undefined ? [] : [413, 415, 422])];
      const given = described.find(({ operationId }) => operationId === id)?.responses ?? {};
      return wanted.filter((status) => !(status in given)).map((status) => `${id} ${status}`);
    });

    expect(promised).toEqual([]);
  });

  it("takes an Idempotency-Key on every POST", () => {
    const without = described.filter(({ method, parameters }) => method === "post" && !parameters?.some(({ name }) => name === "Idempotency-Key"));

    expect(without.map(({ operationId }) => operationId)).toEqual([]);
  });
});

describe("the check of parameters", () => {
  const faultsOf = (parameter: OpenApiParameter) => wrongParameters({ paths: { "/things/{id}": { get: { parameters: [parameter] } } } });
  const optional = "get /things/{id}: path parameter id must be required";
  const nullable = "get /things/{id}: query parameter tag must not be null";

  it("finds nothing in the document", () => {
    expect(wrongParameters(documentOf(channelRoster))).toEqual([]);
  });

  it.each<[string, OpenApiParameter, string[]]>([
    ["a path parameter that is required", { name: "id", in: "path", required: true, schema: { type: "string" } }, []],
    ["a path parameter that is optional", { name: "id", in: "path", required: false, schema: { type: "string" } }, [optional]],
    ["a path parameter that does not say", { name: "id", in: "path", schema: { type: "string" } }, [optional]],
    ["a query parameter that is optional", { name: "tag", in: "query", required: false, schema: { type: "string", example: null } }, []],
    ["a query parameter of a list or null", { name: "tag", in: "query", schema: { type: ["array", "null"] } }, [nullable]],
    ["a query parameter of text or null", { name: "tag", in: "query", schema: { oneOf: [{ type: "string" }, { type: "null" }] } }, [nullable]],
    ["a list that may hold null", { name: "tag", in: "query", schema: { type: "array", items: { type: ["string", "null"] } } }, [nullable]],
  ])("judges %s", (_, parameter, faults) => {
    expect(faultsOf(parameter)).toEqual(faults);
  });
});
