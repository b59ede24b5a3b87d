import { Hono } from "hono";
import { problemKinds } from "../codes.ts";
import { notFound } from "../problem.ts";
import type { ApiEnv } from "../types.ts";
import { memoizeAsync, prepareDocument, sendDocument } from "./prepared-document.ts";

/** A file of the documentation page, by name; null when there is none. */
export type DocsFile = (name: string) => Promise<{ content: Uint8Array<ArrayBuffer>; type: string } | null>;

/** Nothing is loaded from anywhere but this server. Swagger UI writes styles into elements, and draws its icons from data. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const guarded = { "content-security-policy": policy, "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" };

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Rapport API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" href="/docs/favicon-32x32.png">
<div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
`;

const start = `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#docs", deepLinking: true, validatorUrl: null, persistAuthorization: false });\n`;

/** The documentation, which works without any network, and a page for each problem's type. */
export function docsRoutes(file: DocsFile | null, document: () => object) {
  const openapi = memoizeAsync(async () => prepareDocument(JSON.stringify(document()), "application/json"));
  const prepared = memoizeAsync(async (name) => {
    const found = file ? await file(name) : null;
    return found && prepareDocument(found.content, found.type);
  });
  return new Hono<ApiEnv>()
    .get("/", (c) => c.redirect("/docs", 302))
    .get("/openapi.json", async (c) => sendDocument(c, await openapi()))
    .get("/docs", (c) => (file ? c.html(page, 200, guarded) : notFound(c)))
    .get("/docs/start.js", (c) => c.body(start, 200, { ...guarded, "content-type": "text/javascript; charset=utf-8" }))
    .get("/docs/:name", async (c) => {
      const found = await prepared(c.req.param("name"));
      if (!found) return notFound(c);
      return sendDocument(c, found, { ...guarded, "cache-control": "public, max-age=3600" });
    })
    .get("/problems/:code", (c) => {
      const kind = Object.entries(problemKinds).find(([code]) => code === c.req.param("code"))?.[1];
      return kind ? c.html(problemPage(c.req.param("code"), kind), 200, guarded) : notFound(c);
    });
}

function problemPage(code: string, { status, title, meaning }: { status: number; title: string; meaning: string }): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title}</title>
<h1>${title}</h1>
<p>Code <code>${code}</code>, status ${status}.</p>
<p>${meaning}</p>
</html>
`;
}
