import type { ChannelHealth } from "#core/ports/channel.ts";

export type HealthTracker = {
  read(): ChannelHealth;
  /** `since` moves only when the state does. `detail` holds no secret. */
  become(state: ChannelHealth["state"], detail?: string): void;
};

export function trackHealth(now: () => number): HealthTracker {
  let health: ChannelHealth = { state: "disconnected", since: now(), detail: "not started" };
  return {
    read: () => health,
    become(state, detail) {
      health = { state, since: state === health.state ? health.since : now(), detail: detail ?? null };
    },
  };
}
