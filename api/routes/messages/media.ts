import { createRoute, z } from "@hono/zod-openapi";
import { backgroundOf } from "#api/background.ts";
import { idParameter, numberParameter } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import type { ApiContext } from "#api/types.ts";
import { fail } from "#core/errors.ts";
import { hasMedia } from "#core/ports/channel.ts";
import type { MessageWithReading } from "#core/ports/store.ts";
import { findAccount } from "#core/usecases/connections/connections.ts";
import { getMessage } from "#core/usecases/messages/get-message.ts";

const mediaRoute = createRoute({
  method: "get",
  path: "/messages/{id}/media/{index}",
  operationId: "getMessageMedia",
  tags: ["Messages"],
  summary: "Fetch a file of a message",
  description: "Files stay with the platform and are fetched when you ask, through the connection they came by.",
  request: {
    params: z.object({
      id: idParameter("message", "msg"),
      index: numberParameter(z.int().min(0).max(99)).meta({ description: "Which of the message's media, from 0", example: 0 }),
    }),
  },
  responses: {
    200: { description: "The file, under its media type", content: { "application/octet-stream": { schema: z.string() } } },
    302: { description: "It has an address of its own: look there" },
    ...problems(401, 403, 404, 409, 413, 422, 503),
  },
});

const mediaType = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/;

export const messageMedia = newRouter().openapi(mediaRoute, async (c) => {
  const { id, index } = c.req.valid("param");
  const message = await getMessage(c.var.ctx, { id });
  const file = message.media[index] ?? fail("not_found", `message ${id} has no media ${index}: it has ${message.media.length}`);
  if (/^https?:\/\//.test(file.url)) return c.redirect(file.url, 302);

  const fetched = await (await channelOf(c, message)).fetchMedia(file.url);
  const length = fetched.headers.get("content-length");
  return c.body(fetched.body ?? fail("unavailable", "the platform gave no file"), 200, {
    "content-type": mediaType.test(file.type) ? file.type : "application/octet-stream",
    // The content comes from customers: a browser may save it, and must never execute it.
    "content-disposition": "attachment",
    "x-content-type-options": "nosniff",
    ...(length === null ? {} : { "content-length": length }),
  });
});

/** The open channel of the account that the message came by. */
async function channelOf(c: ApiContext, { channel, account }: MessageWithReading) {
  const connection = await findAccount(c.var.ctx, { channel, account });
  if (!connection) return fail("conflict", `${channel} account ${account} is not connected: connect it to fetch its files`);
  const opened = backgroundOf(c).connections.channel(connection.id);
  if (!opened)
    return fail("unavailable", `${channel} account ${account} is not connected in this process: repeat the request, or ask another process`);
  return hasMedia(opened) ? opened : fail("conflict", `${channel} hands out no files`);
}
