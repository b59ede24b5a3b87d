import { z } from "@hono/zod-openapi";
import { line } from "#core/model/line.ts";
import { authors, channels, directions, sources } from "#core/model/vocabulary.ts";
import { maxAttributes } from "#core/usecases/contacts/people-fields.ts";

/** A moment on the wire, in UTC or with an offset, as ms since 1970. */
export const momentInput = z.iso
  .datetime({ offset: true, error: "is not an ISO 8601 time with a zone, like 2026-11-24T16:31:00Z" })
  .transform((text) => Date.parse(text))
  .refine((at) => at >= 0, "is before 1970");

export { line };

export const personFields = {
  name: line(200).optional().meta({ example: "Ana Reyes" }),
  email: z.string().min(1).max(254).optional().meta({ example: "ana@example.com" }),
  phone: z
    .string()
    .min(1)
    .max(50)
    .optional()
    .meta({ description: "With its country, or as the agent's region writes it", example: "+63 917 123 4567" }),
  username: line(100).optional().meta({ example: "ana.reyes" }),
  verified: z
    .array(z.enum(["email", "phone"]))
    .max(2)
    .optional()
    .meta({ description: "What the platform or you vouch for; it links the same person across channels", example: ["phone"] }),
  branch: line(200).optional().meta({ description: "Branch the customer writes to, by id or name" }),
  signature: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, "is not an HMAC-SHA256 in hex")
    .optional()
    .meta({ description: "Channel web alone: made by your server with the secret of getIdentitySecret; it vouches for id, e-mail and phone" }),
};

export const externalId = z.string().min(1).max(255);
export const accountInput = z
  .string()
  .min(1)
  .max(100)
  .default("default")
  .meta({ description: "Which of your accounts on the channel", example: "default" });
export const messageText = z.string().max(20_000).meta({ example: "Hi! How much for two nights?" });

export const MediaInput = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: "is not an http(s) address" })
    .max(2000)
    .meta({ example: "https://example.com/photo.jpg" }),
  type: line(100).meta({ description: "Media type", example: "image/jpeg" }),
});

export const mediaInput = z.array(MediaInput).max(20);

const FromInput = z
  .strictObject({ externalId: externalId.meta({ description: "Their id on the channel", example: "visitor-42" }), ...personFields })
  .meta({ description: "Always the customer, also when the message is yours" });

export const MessageInput = z
  .strictObject({
    channel: z.enum(channels).meta({ example: "web" }),
    account: accountInput,
    source: z.enum(sources).optional().meta({ description: "Where a new contact came from; by default told by the channel", example: "chat_widget" }),
    externalId: externalId
      .optional()
      .meta({ description: "The platform's id of the message; the same one again changes nothing", example: "m-1001" }),
    direction: z.enum(directions).default("inbound").meta({ example: "inbound" }),
    author: z.enum(authors).optional().meta({ description: "By default customer inbound, bot outbound", example: "customer" }),
    from: FromInput,
    text: messageText.default("").meta({ description: "May be empty when there is media", example: "Hi! How much for two nights?" }),
    media: mediaInput.default([]),
    forwarded: z
      .boolean()
      .optional()
      .meta({ description: "The words are somebody else's, passed on: kept and shown, and read for nothing", example: false }),
    quoted: messageText.optional().meta({ description: "Words of another message that this one answers", example: "We have two rooms left." }),
    sentAt: momentInput.optional().meta({ description: "By default now; at most 5 minutes ahead", example: "2026-11-24T16:31:00Z" }),
  })
  .superRefine(({ text, media, direction, author }, context) => {
    const report = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (text.trim() === "" && media.length === 0) report("text", "is empty, and there is no media");
    if (author && (author === "customer") !== (direction === "inbound")) report("author", `cannot be ${author} in an ${direction} message`);
  })
  .meta({ id: "NewMessage" });

export const attributesInput = z
  .record(
    z.string().min(1).max(100),
    z.union([z.string().max(2000), z.number(), z.boolean(), z.null()], {
      error: "is a text of at most 2000 characters, a number, true, false or null",
    }),
  )
  .refine((attributes) => Object.keys(attributes).length <= maxAttributes, `has more than ${maxAttributes} keys`)
  .meta({ description: "At most 100 keys; null removes one", example: { seats: 4, plan: "family" } });

const maxProperties = 16_384;

/** Any JSON object of bounded size and depth. */
export const propertiesInput = z
  .record(z.string().min(1).max(100), z.unknown())
  .refine((properties) => depthOf(properties) <= 10, "is nested more than 10 deep")
  .refine(
    (properties) => depthOf(properties) > 10 || JSON.stringify(properties).length <= maxProperties,
    `is longer than ${maxProperties} characters`,
  );

/** Not recursive, so that a deeply nested body cannot overflow the stack. */
function depthOf(value: unknown): number {
  let depth = 0;
  for (let level = [value]; level.length > 0 && depth <= 10; depth++) {
    level = level.flatMap((inner) => (typeof inner === "object" && inner !== null ? Object.values(inner) : []));
  }
  return depth;
}
