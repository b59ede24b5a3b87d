import { expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";

it.each(["/openapi.json", "/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css"])(
  "%s is made once, and a client that has it gets none again",
  async (path) => {
    const { get } = await testApp();

    const first = await get(path);
    const second = await get(path, { "if-none-match": first.headers.get("etag") ?? "" });
    const weak = await get(path, { "if-none-match": `"other", W/${first.headers.get("etag")}` });
    const other = await get(path, { "if-none-match": '"other"' });

    expect(first.headers.get("etag")).toMatch(/^"[\da-f]{24}"$/);
    expect([first.status, second.status, second.text, weak.status, other.status]).toEqual([200, 304, "", 304, 200]);
    expect(other.text).toBe(first.text);
  },
);
