import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contextOf, type Runtime, systemRuntime } from "#api/context.ts";
import { ChangeSet } from "#core/ports/change-set.ts";
import type { Actor } from "#core/ports/context.ts";
import type { ConnectedChannel } from "#core/usecases/deliveries/sender.ts";
import { openDatabase } from "#db/database.ts";
import { Activity, VirtualGate } from "./engine/activity.ts";
import { VirtualClock } from "./engine/clock.ts";
import { Engine } from "./engine/engine.ts";
import { watched } from "./engine/watch.ts";
import { Observer } from "./observer.ts";
import { Platform } from "./platform.ts";
import type { Scenario } from "./scenario.ts";
import { showInstant } from "./times.ts";
import { account, World } from "./world.ts";

const agentId = "agt_simulated";
const grain = { ms: 60_000, atLeastMs: 3_600_000 };

/** The real core over a database file of its own, which goes when it is closed; time and platforms are played. */
export async function openWorld({ start, settings, people }: Scenario): Promise<{ world: World; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "rapport-simulate-"));
  const database = await openDatabase({ url: `file:${join(folder, "rapport.db")}` });
  const clock = new VirtualClock(start);
  // Nobody is raced against, so nobody is waited for.
  const runtime: Runtime = { ...systemRuntime(clock.now), pause: async () => {}, batchingDelay: async () => {} };
  const directory = watched(database.directory, () => engine.committed());
  const contextAs = (actor: Actor) => contextOf(runtime, directory, agentId, actor);
  const platform = new Platform(clock.now);
  const activity = new Activity();
  const connected = new Map<string, ConnectedChannel>();
  const channelFor = ({ channel: name }: { channel: (typeof people)[number]["channel"] }): ConnectedChannel => {
    const channel = platform.channel(name);
    const account = connected.get(name) ?? { channel, gate: new VirtualGate(activity, channel.rules.pace, clock.now, clock.wait) };
    connected.set(name, account);
    return account;
  };
  const engine = new Engine({
    directory,
    contextFor: (id) => contextOf(runtime, directory, id, { kind: "system", id: "system" }),
    clock,
    channelFor,
    activity,
    grain,
    happened: async () => observer.look((await world.contacts()).map(({ name, contactId: id }) => ({ name, id }))),
  });
  const world = new World({ engine, platform, settings, people, contextAs });
  const observer = new Observer(
    world.system,
    (at) => showInstant(at, settings.timeZone),
    (at, kind, who, text) => world.write(at, kind, who, text),
  );

  const channels = [...new Set(people.map(({ channel }) => channel))];
  const common = { agentId, account, via: null, sealed: null, createdBy: "system", createdAt: start };
  await directory.commit(
    new ChangeSet()
      .insert("agents", { id: agentId, name: "Simulated", createdAt: start })
      .insert("settings", { agentId, version: 1, document: settings, createdAt: start, createdBy: "system" })
      .insert("connections", ...channels.map((channel) => ({ ...common, id: `chn_${channel}`, channel }))),
  );
  const close = async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  };
  return { world, close };
}
