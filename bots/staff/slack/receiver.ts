import type { ReceiverEvent } from "@slack/bolt";
import type { ChannelLog } from "#core/ports/channel-options.ts";
import type { HandleSlackCall } from "./app.ts";
import { isWellFormed } from "./call-shape.ts";
import { codeOf } from "./errors.ts";
import { isSigned } from "./signature.ts";

/** Slack counts a call as failed after 3 s (https://docs.slack.dev/apis/events-api#responding). */
const responseDeadlineMs = 2_700;

export type HookOptions = { signingSecret: string; handle: HandleSlackCall; now(): number; log: ChannelLog };

/**
 * Takes Slack's calls over HTTP: events, commands and interactivity at one address. Answers within 3 s whatever the work takes.
 * A call that was not handled, or not in time, is answered 503: Slack repeats an event, and a repeat has no second effect.
 */
export function createHook({ signingSecret, handle, now, log }: HookOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "POST" } });
    const text = await request.text();
    if (!isSigned(signingSecret, request.headers, text, now())) return new Response(null, { status: 401 });
    const body = bodyOf(text, request.headers.get("content-type") ?? "");
    if (!body || !isWellFormed(body)) return new Response(null, { status: 400 });
    if (body.type === "url_verification") return Response.json({ challenge: body.challenge });
    if (body.ssl_check) return new Response(null, { status: 200 });
    return answer(handle, body, request.headers, log);
  };
}

async function answer(handle: HandleSlackCall, body: Record<string, unknown>, headers: Headers, log: ChannelLog): Promise<Response> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(new Response(null, { status: 503 })), responseDeadlineMs);
    const respond = (response: Response) => {
      clearTimeout(timer);
      resolve(response);
    };
    const retryNum = headers.get("x-slack-retry-num");
    const event: ReceiverEvent = {
      body,
      ack: async (answer: unknown) => respond(toResponse(answer)),
      ...(retryNum === null ? {} : { retryNum: Number(retryNum), retryReason: headers.get("x-slack-retry-reason") ?? "" }),
    };
    handle(event).then(
      // A call that no feature handles is acknowledged, too, or Slack would repeat it.
      () => respond(new Response(null, { status: 200 })),
      (error: unknown) => {
        // Bolt's word for a workspace that this is not the app of: the call is no better when it is repeated.
        if (isFromElsewhere(error)) return respond(new Response(null, { status: 403 }));
        log.warn({ code: codeOf(error) }, "a call of Slack's was not handled");
        respond(new Response(null, { status: 503 }));
      },
    );
  });
}

function isFromElsewhere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "slack_bolt_authorization_error";
}

function toResponse(body: unknown): Response {
  if (body === undefined || body === "") return new Response(null, { status: 200 });
  return typeof body === "string" ? new Response(body) : Response.json(body);
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
