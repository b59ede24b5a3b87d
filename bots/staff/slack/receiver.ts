import type { ReceiverEvent } from "@slack/bolt";
import type { ChannelLog } from "#core/ports/channel-options.ts";
import type { TakeCall } from "./app.ts";
import { codeOf } from "./errors.ts";
import { isSigned } from "./signature.ts";

/** Slack gives up after 3 s (https://docs.slack.dev/apis/events-api#responding). */
const patienceMs = 2_700;

export type HookOptions = { signingSecret: string; take: TakeCall; now(): number; log: ChannelLog };

/**
 * Slack over HTTP: events, commands and interactivity at one address. Answers within 3 s whatever the work takes. What was
 * not taken, or not in time, is answered 503: Slack sends an event again, and one that was taken after all has no second effect.
 */
export function createHook({ signingSecret, take, now, log }: HookOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "POST" } });
    const text = await request.text();
    if (!isSigned(signingSecret, request.headers, text, now())) return new Response(null, { status: 401 });
    const body = bodyOf(text, request.headers.get("content-type") ?? "");
    if (!body) return new Response(null, { status: 400 });
    if (body.type === "url_verification") return Response.json({ challenge: body.challenge });
    if (body.ssl_check) return new Response(null, { status: 200 });
    return answer(take, body, request.headers, log);
  };
}

async function answer(take: TakeCall, body: Record<string, unknown>, headers: Headers, log: ChannelLog): Promise<Response> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(new Response(null, { status: 503 })), patienceMs);
    const respond = (response: Response) => {
      clearTimeout(timer);
      resolve(response);
    };
    const retryNum = headers.get("x-slack-retry-num");
    const event: ReceiverEvent = {
      body,
      ack: async (given: unknown) => respond(toResponse(given)),
      ...(retryNum === null ? {} : { retryNum: Number(retryNum), retryReason: headers.get("x-slack-retry-reason") ?? "" }),
    };
    take(event).then(
      // Nobody listens to such a call: that is an answer, too.
      () => respond(new Response(null, { status: 200 })),
      (error: unknown) => {
        log.warn({ code: codeOf(error) }, "a call of Slack's was not taken");
        respond(new Response(null, { status: 503 }));
      },
    );
  });
}

function toResponse(given: unknown): Response {
  if (given === undefined || given === "") return new Response(null, { status: 200 });
  return typeof given === "string" ? new Response(given) : Response.json(given);
}

/** Events come as JSON, commands as a form, interactivity as a form with JSON in it. Null: unreadable. */
function bodyOf(text: string, type: string): Record<string, unknown> | null {
  try {
    if (/^application\/json\b/i.test(type)) return asObject(JSON.parse(text));
    const form = new URLSearchParams(text);
    const payload = form.get("payload");
    return payload === null ? Object.fromEntries(form) : asObject(JSON.parse(payload));
  } catch {
    return null;
  }
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}
