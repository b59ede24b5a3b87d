import { createHash } from "node:crypto";
import { z } from "zod";
import { channels } from "#core/model/vocabulary.ts";
import { fillTimes, timeOfLine } from "./times.ts";

/** A message as `POST /v1/messages` takes it; the server checks the rest. */
export type WireMessage = { externalId: string; sentAt: string; [field: string]: unknown };

/** Where a line stands and what "now" is for it. */
export type RecordPlace = { number: number; count: number; now: number };

/** What is wrong with a line, for the person who can mend it. */
export class LineError extends Error {
  override readonly name = "LineError";
}

const instant = z.iso.datetime({ offset: true, error: "is not an ISO 8601 time with a zone, like 2026-03-01T09:30:00Z" });

const dialogueSchema = z.object({
  id: z.string().min(1),
  channel: z.enum(channels).default("web"),
  account: z.string().optional(),
  from: z.record(z.string(), z.unknown()).default({}),
  turns: z
    .array(
      z.object({
        role: z.enum(["customer", "agent"]),
        text: z.string(),
        at: instant.optional(),
        minutesAgo: z.number().min(0).optional(),
      }),
    )
    .min(1),
});

const messageSchema = z.looseObject({
  channel: z.string(),
  from: z.looseObject({ externalId: z.string() }),
  externalId: z.string().min(1).optional(),
  sentAt: instant.optional(),
});

/** The messages of one line, a dialogue record or one message, with an external id and a time each. Throws LineError. */
export function parseRecord(text: string | null, place: RecordPlace): WireMessage[] {
  if (text === null) throw new LineError("is longer than 8 MB; split the conversation");
  const record = parseJson(text);
  if (typeof record !== "object" || record === null || Array.isArray(record)) throw new LineError("is not a JSON object");
  if ("turns" in record) return dialogueMessages(checked(dialogueSchema, record), place);
  if ("channel" in record && "from" in record) return [messageOfLine(checked(messageSchema, record), text, place)];
  throw new LineError('is neither a dialogue ("id" and "turns") nor a message ("channel", "from" and "text")');
}

function dialogueMessages({ id, channel, account, from, turns }: z.infer<typeof dialogueSchema>, { now }: RecordPlace): WireMessage[] {
  const times = fillTimes(
    turns.map((turn) => (turn.at ? Date.parse(turn.at) : turn.minutesAgo === undefined ? null : now - turn.minutesAgo * 60_000)),
    now,
  );
  return turns.map((turn, index) => ({
    channel,
    ...(account === undefined ? {} : { account }),
    externalId: `${id}:${index}`,
    direction: turn.role === "customer" ? "inbound" : "outbound",
    from: { externalId: id, ...from },
    text: turn.text,
    sentAt: new Date(times[index] ?? now).toISOString(),
  }));
}

/** The id holds the line's number: the same words said twice are two messages, and the same file twice is the same messages. */
function messageOfLine(record: z.infer<typeof messageSchema>, text: string, { number, count, now }: RecordPlace): WireMessage {
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 24);
  return {
    ...record,
    externalId: record.externalId ?? `replay:${number}:${digest}`,
    sentAt: record.sentAt ?? new Date(timeOfLine(number, count, now)).toISOString(),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LineError("is not valid JSON; every line is one record");
  }
}

function checked<T>(schema: z.ZodType<T>, record: unknown): T {
  const result = schema.safeParse(record);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new LineError(`/${issue?.path.join("/") ?? ""}: ${issue?.message ?? "is invalid"}`);
}
