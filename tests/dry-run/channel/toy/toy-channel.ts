import { trackHealth } from "#bots/channels/health.ts";
import { answerHookCall } from "#bots/channels/hook-call.ts";
import { intake, type Offer } from "#bots/channels/intake.ts";
import { createTransport } from "#bots/channels/transport.ts";
import type { SendResult } from "#core/model/delivery.ts";
import type { Channel, HasHealth, HasHook, OutboundMessage } from "#core/ports/channel.ts";
import type { ChannelOptions } from "#core/ports/channel-options.ts";
import { isSameSecret } from "#core/rules/same-secret.ts";
import { errorAnswer, transportFailure } from "./errors.ts";
import { parse } from "./parse.ts";
import { render } from "./render.ts";

type ToyOptions = ChannelOptions & { number: string; key: string; apiRoot: string };
type Running = { offer: Offer<object>; abort: AbortController; calls: Set<Promise<Response>> };

const timeoutMs = 20_000;

/** One account on the toy platform. */
export function toyChannel(options: ToyOptions): Channel & HasHook & HasHealth {
  const { number, key, now } = options;
  const health = trackHealth(now);
  const send = createSend(options);
  let running: Running | undefined;
  return {
    name: "web",
    hookAccount: number,
    health: health.read,
    send,
    async start(receive) {
      if (running) return;
      running = {
        offer: intake((update: object) => parse(update, options.account), receive, options),
        abort: new AbortController(),
        calls: new Set(),
      };
      health.become("connected");
    },
    async stop() {
      const mine = running;
      running = undefined;
      if (!mine) return;
      mine.abort.abort();
      await Promise.all(mine.calls);
      health.become("disconnected", "stopped");
    },
    async hook(request) {
      if (!running) return new Response(null, { status: 503 });
      if (!isSameSecret(request.headers.get("x-toy-key") ?? "", key)) return new Response(null, { status: 401 });
      const { calls, offer, abort } = running;
      const answer = request.text().then((body) => answerHookCall(body, { ...options, offer, signal: abort.signal }));
      calls.add(answer);
      return answer.finally(() => calls.delete(answer));
    },
  };
}

function createSend({ key, apiRoot, now }: ToyOptions): (message: OutboundMessage) => Promise<SendResult> {
  const transport = createTransport(apiRoot);
  return async (message) => {
    const rendered = render(message);
    if ("refused" in rendered) return { outcome: "refused", reason: rendered.refused, retryAt: null };
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    try {
      const headers = { "content-type": "application/json", "x-toy-key": key };
      const answer = await transport(`${apiRoot}/send`, { headers, body: JSON.stringify(rendered), signal: timeout.signal });
      const body: unknown = await answer.json();
      return answer.ok ? accepted(body) : errorAnswer(answer.status, body, now());
    } catch (error) {
      return transportFailure(error, timeout.signal.aborted, now());
    } finally {
      clearTimeout(timer);
    }
  };
}

function accepted(body: unknown): SendResult {
  if (typeof body !== "object" || body === null || !("id" in body) || !("at" in body)) return { outcome: "unknown", reason: "unreadable_answer" };
  return { outcome: "accepted", externalId: String(body.id), at: Number(body.at) };
}
