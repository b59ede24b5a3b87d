import type { Api } from "grammy";
import type { Update } from "grammy/types";
import type { ChannelOptions } from "#core/ports/channel-options.ts";
import type { HealthTracker } from "../health.ts";
import { intake, type Offer, type Receive } from "../intake.ts";
import { type Apis, forGrammy } from "./api.ts";
import { connect } from "./connect.ts";
import { type Ignore, parse } from "./parse.ts";
import { poll } from "./poll.ts";
import { allowedUpdates } from "./update-kinds.ts";
import { answerTelegramCall, requireSecret } from "./webhook.ts";

/** With a `url` Telegram is told where to deliver; without one somebody has told it. */
export type Webhook = { secret: string; url?: string | undefined };

type Running = { abort: AbortController; offer: Offer<Update>; ended: Promise<unknown>; hooks: Set<Promise<Response>> };

export type Receiver = { start(receive: Receive): Promise<void>; stop(): Promise<void>; hook(request: Request): Promise<Response> };

/** Receives by polling or by webhook, from start to stop. */
export function createReceiver(apis: Apis, options: ChannelOptions, health: HealthTracker, webhook: Webhook | undefined): Receiver {
  if (webhook) requireSecret(webhook.secret);
  let running: Running | undefined;

  async function run(offer: Offer<Update>, signal: AbortSignal): Promise<void> {
    const connection = { api: apis.calls, health, wait: options.wait, log: options.log, signal };
    if (!(await connect(connection, (api) => open(api, webhook, signal)))) return;
    health.become("connected");
    if (!webhook) await poll({ ...connection, api: apis.polls, offer });
  }

  return {
    async start(receive) {
      if (running) return;
      health.become("starting");
      const abort = new AbortController();
      const ignore = ignoring(options);
      const offer = intake((update: Update) => parse(update, options.account, ignore), receive, options);
      const mine: Running = { abort, offer, ended: run(offer, abort.signal), hooks: new Set() };
      running = mine;
      // A refused token ends it: it may be started again.
      void mine.ended.then(() => {
        if (health.read().state === "unauthorized" && running === mine) running = undefined;
      });
    },

    async stop() {
      const mine = running;
      if (!mine) return;
      mine.abort.abort();
      await Promise.all([mine.ended, ...mine.hooks]);
      if (running !== mine) return;
      running = undefined;
      health.become("disconnected", "stopped");
    },

    async hook(request) {
      if (!running || !webhook || running.abort.signal.aborted) return new Response(null, { status: 503 });
      const { hooks, offer, abort } = running;
      const answer = answerTelegramCall(request, webhook.secret, { ...options, offer, signal: abort.signal });
      hooks.add(answer);
      return answer.finally(() => hooks.delete(answer));
    },
  };
}

/** Counts what is left out by its kind; logs the first of each kind, since a busy group would fill the log. */
function ignoring({ log, onIgnored }: Pick<ChannelOptions, "log" | "onIgnored">): Ignore {
  const named = new Set<string>();
  return (kind) => {
    onIgnored?.(kind);
    if (named.has(kind)) return;
    named.add(kind);
    log.info({ kind }, "updates of a kind are ignored; /metrics counts them");
  };
}

/** Checks the token, and tells Telegram which way its updates go. Those that wait are kept. */
async function open({ raw }: Api, webhook: Webhook | undefined, signal: AbortSignal): Promise<void> {
  const aborted = forGrammy(signal);
  await raw.getMe(aborted);
  if (!webhook) await raw.deleteWebhook({ drop_pending_updates: false }, aborted);
  else if (webhook.url) await raw.setWebhook({ url: webhook.url, secret_token: webhook.secret, allowed_updates: allowedUpdates }, aborted);
}
