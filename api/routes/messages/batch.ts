import { createRoute, z } from "@hono/zod-openapi";
import { problemKinds } from "#api/codes.ts";
import { refuseTooManyValues } from "#api/http/json-body.ts";
import { refuseUnstorable } from "#api/http/storable-text.ts";
import { invalidInput, mostFaults } from "#api/http/validation-faults.ts";
import { idempotent } from "#api/idempotency.ts";
import { notAudited } from "#api/operations.ts";
import { ProblemView, problemOf, problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { CrmError } from "#core/errors.ts";
import { type BatchResult, ingestBatch } from "#core/usecases/messages/ingest-batch.ts";
import { body, json } from "../answers.ts";
import { MessageInput } from "../inputs.ts";
import { toNewMessage } from "./messages.ts";

const path = "/messages/batch";

const BatchInput = z
  .strictObject({
    messages: z
      // Its types know no reference, which the document takes.
      .array(z.unknown().openapi({ $ref: "#/components/schemas/NewMessage" } as object))
      .min(1)
      .max(500)
      .meta({ description: "Each as the body of createMessage", example: [{ channel: "web", from: { externalId: "visitor-42" }, text: "Hello" }] }),
  })
  .meta({ id: "MessageBatch" });

const BatchView = z
  .object({
    results: z.array(
      z.object({
        status: z.int().meta({ description: "201 stored, 200 seen before, else the status of the problem", example: 201 }),
        messageId: z.string().optional().meta({ example: "msg_01kaw3v6h0abcdefghjkmnpqrs" }),
        contactId: z.string().optional().meta({ example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
        problem: ProblemView.optional(),
      }),
    ),
  })
  .meta({ id: "BatchResults", description: "One result for each message, in their order" });
type BatchItemView = z.infer<typeof BatchView>["results"][number];

const createMessages = createRoute({
  method: "post",
  path,
  operationId: "createMessages",
  ...notAudited,
  tags: ["Messages"],
  summary: "Record up to 500 messages",
  description: "A bad one fails alone; the others are stored.",
  request: { body: body(BatchInput) },
  responses: { 200: json("One result for each message", BatchView), ...problems(401, 403, 409, 413, 415, 422, 503) },
});

export const messageBatch = newRouter().openapi(createMessages, async (c) => {
  const judged = c.req.valid("json").messages.map((given) => judge(given, c.var.identitySecret));
  const toView = (outcomes: BatchResult[]) => ({ results: merge(judged, outcomes) });
  const sound = judged.flatMap((one) => ("input" in one ? [one.input] : []));
  return c.json(toView(await ingestBatch(idempotent(c, 200, toView), sound)), 200);
});

type JudgedInput = { input: ReturnType<typeof toNewMessage> } | { error: CrmError };

function judge(given: unknown, secret: () => string): JudgedInput {
  try {
    refuseTooManyValues(given);
    const parsed = MessageInput.safeParse(given);
    if (!parsed.success) return { error: invalidInput(parsed.error.issues) };
    const error = refuseUnstorable(given);
    if (error) return { error };
    return { input: toNewMessage(parsed.data, secret) };
  } catch (error) {
    if (error instanceof CrmError) return { error };
    throw error;
  }
}

/** Outcomes of the sound ones, in the places they came from. All problems together list as many faults as one answer may, and each its first. */
function merge(judged: readonly JudgedInput[], outcomes: readonly BatchResult[]): BatchItemView[] {
  const rest = outcomes.values();
  let room = mostFaults;
  return judged.map((one) => {
    const result = toResult("error" in one ? one : (rest.next().value ?? unanswered), Math.max(1, room));
    room -= result.problem?.errors?.length ?? 0;
    return result;
  });
}

const unanswered: BatchResult = { error: invalidInput([]) };

function toResult(outcome: BatchResult, mostListed: number): BatchItemView {
  if ("ok" in outcome) {
    const { isNew, message } = outcome.ok;
    return { status: isNew ? 201 : 200, messageId: message.id, contactId: message.contactId };
  }
  const { code, message, details } = outcome.error;
  const { errors = [], errorsTotal = errors.length } = details;
  const listed = errors.length > mostListed ? { ...details, errors: errors.slice(0, mostListed), errorsTotal } : details;
  return { status: problemKinds[code].status, problem: problemOf(code, message, `/v1${path}`, listed) };
}
