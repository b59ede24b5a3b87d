import { createRoute, z } from "@hono/zod-openapi";
import { adminOnly, auditedRead } from "#api/operations.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { json } from "../answers.ts";

const SecretView = z
  .object({
    secret: z.string().meta({
      description: "Hex; keep it on your server",
      "x-secret": true,
      example: "5d41402abc4b2a76b9719d911017c592ae2f1c7b8f3e4d6a90b1c2d3e4f50617",
    }),
    algorithm: z.literal("HMAC-SHA256"),
    lines: z.array(z.enum(["externalId", "email", "phone"])).meta({ description: "What is signed, joined by line feeds" }),
  })
  .meta({ id: "IdentitySecret" });

const readRoute = createRoute({
  method: "get",
  path: "/identity-secret",
  operationId: "getIdentitySecret",
  ...auditedRead,
  tags: ["Settings"],
  ...adminOnly,
  summary: "Read the secret that web visitors are signed with",
  description:
    'On your server: signature = hex(HMAC-SHA256(secret, externalId + "\\n" + email + "\\n" + phone)), exactly as sent, an empty text for what is not.\n' +
    "Hand the signature to your page and send it as `from.signature`: id, e-mail and phone then count as verified. The secret itself never leaves the server.",
  responses: { 200: json("The agent's secret", SecretView), ...problems(401, 403) },
});

export const identitySecret = newRouter().openapi(readRoute, (c) =>
  c.json(
    { secret: c.var.identitySecret(), algorithm: "HMAC-SHA256" as const, lines: ["externalId" as const, "email" as const, "phone" as const] },
    200,
  ),
);
