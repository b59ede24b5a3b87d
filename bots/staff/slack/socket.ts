import { type App, SocketModeReceiver } from "@slack/bolt";
import { backoff } from "#bots/channels/backoff.ts";
import type { HealthTracker } from "#bots/channels/health.ts";
import type { ChannelLog } from "#core/ports/channel-options.ts";
import type { Wait } from "#core/ports/wait.ts";
import type { HandleSlackCall } from "./app.ts";
import { codeOf, faultOf } from "./errors.ts";
import { clientOptions, quietLogger } from "./web-client.ts";

export type SocketOptions = {
  appToken: string;
  apiUrl: string | undefined;
  handle: HandleSlackCall;
  now(): number;
  wait: Wait;
  health: HealthTracker;
  log: ChannelLog;
};

const firstWaitMs = 500;
const mostWaitMs = 30_000;

/**
 * Takes Slack's calls over a WebSocket (Socket Mode). It is opened again whenever it closes, with growing pauses. A call that was
 * not handled is not acknowledged, and Slack repeats it.
 */
export function createSocket({ appToken, apiUrl, handle, wait, health, log }: SocketOptions): { start(): void; stop(): Promise<void> } {
  const ended = new AbortController();
  // Its own reconnection is off, since it ends with an error that nobody could catch.
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: quietLogger(log),
    installerOptions: { clientOptions: clientOptions(apiUrl) },
    processEventErrorHandler: async ({ error }) => {
      log.warn({ code: codeOf(error) }, "a call of Slack's was not handled");
      return false;
    },
  });
  // The cast holds since the receiver uses nothing else of an app.
  receiver.init({ processEvent: handle } as unknown as App);

  async function keepOpen(): Promise<void> {
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
      running ??= keepOpen();
    },
    stop: async () => {
      ended.abort();
      await receiver.stop().catch(() => {});
      await running;
      health.become("disconnected", "stopped");
    },
  };
}
