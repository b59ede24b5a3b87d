import type { ChannelDefinition } from "#core/ports/channel-definition.ts";
import type { Directory } from "#core/ports/store.ts";
import { defaultAgentId, openDefaultAgent } from "#core/usecases/agents/open-default-agent.ts";
import { type AppDeps, createApp } from "../app.ts";
import { contextOf, type Runtime, systemRuntime } from "../context.ts";
import { sha256 } from "../digest.ts";
import { createMetrics, type Metrics } from "../metrics.ts";

/** Clock and secrets of this installation. `adminKey` says where the admin key is, never what it is. */
export type Installation = {
  runtime: Runtime;
  directory: Directory;
  metrics: Metrics;
  secret: string;
  adminKey: string;
  channels: readonly ChannelDefinition[];
};

/** `admin`: the default agent's key and where it is; `secret`: the installation's secret key; `now`: instead of the system's clock. */
type InstallationOptions = {
  directory: Directory;
  admin: { secret: string; path: string };
  secret: string;
  channels: readonly ChannelDefinition[];
  now?: (() => number) | undefined;
};

/** Makes the default agent on the first start. */
export async function makeInstallation({ directory, admin, secret, channels, now }: InstallationOptions): Promise<Installation> {
  const metrics = createMetrics();
  directory.onCommit(metrics.observeCommit);
  const runtime = systemRuntime(now, secret, channels);
  await openDefaultAgent(contextOf(runtime, directory, defaultAgentId, { kind: "system", id: "start" }), { keyHash: await sha256(admin.secret) });
  return { runtime, directory, metrics, secret, adminKey: admin.path, channels };
}

type InstalledDeps = Omit<AppDeps, keyof Installation>;

/** The API of an installation. */
export function appOf({ runtime, directory, metrics, secret, channels }: Installation, deps: InstalledDeps) {
  return createApp({ ...deps, runtime, directory, metrics, secret, channels });
}
