import { type App, SocketModeReceiver } from "@slack/bolt";
import { backoff } from "#bots/channels/backoff.ts";
import type { HealthTracker } from "#bots/channels/health.ts";
import type { ChannelLog, Wait } from "#core/ports/channel-options.ts";
import type { TakeCall } from "./app.ts";
import { codeOf, faultOf } from "./errors.ts";
import { clientOptions, quietLogger } from "./web-client.ts";

export type SocketOptions = {
  appToken: string;
  apiUrl: string | undefined;
  take: TakeCall;
  now(): number;
  wait: Wait;
  health: HealthTracker;
  log: ChannelLog;
};

const firstWaitMs = 500;
const mostWaitMs = 30_000;

/**
 * Slack over a socket that we open: it is opened again whenever it has closed, for as long as it takes. What was not taken is
 * not acknowledged, and Slack sends it again.
 */
export function createSocket({ appToken, apiUrl, take, wait, health, log }: SocketOptions): { start(): void; stop(): Promise<void> } {
  const ended = new AbortController();
  // Its own way of coming back ends with an error that nobody could catch.
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: quietLogger(log),
    installerOptions: { clientOptions: clientOptions(apiUrl) },
    processEventErrorHandler: async ({ error }) => {
      log.warn({ code: codeOf(error) }, "a call of Slack's was not taken");
      return false;
    },
  });
  // All that the receiver asks of an app.
  receiver.init({ processEvent: take } as unknown as App);

  async function keep(): Promise<void> {
    for (let failures = 0; !ended.signal.aborted; ) {
      health.become("starting");
      const closed = Promise.withResolvers<void>();
      const onClose = () => closed.resolve();
      receiver.client.once("disconnected", onClose);
      try {
        await receiver.client.start();
        health.become("connected");
        failures = 0;
        await closed.promise;
        if (!ended.signal.aborted) health.become("disconnected", "the socket has closed");
      } catch (error) {
        receiver.client.removeListener("disconnected", onClose);
        if (ended.signal.aborted) return;
        const isRevoked = faultOf(error)?.kind === "revoked";
        health.become(isRevoked ? "unauthorized" : "disconnected", codeOf(error));
        log.warn({ code: codeOf(error) }, "the socket to Slack cannot be opened");
        failures++;
      }
      await wait(failures === 0 ? 0 : backoff(failures, firstWaitMs, mostWaitMs), ended.signal);
    }
  }

  let running: Promise<void> | null = null;
  return {
    start: () => {
      running ??= keep();
    },
    stop: async () => {
      ended.abort();
      await receiver.stop().catch(() => {});
      await running;
      health.become("disconnected", "stopped");
    },
  };
}
