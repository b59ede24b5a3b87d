import { CrmError } from "#core/errors.ts";
import type { Contactability } from "#core/model/contactability.ts";
import type { FollowUpRecord } from "#core/model/followup.ts";
import type { ContactRecord } from "#core/model/records.ts";
import { contactabilityFor } from "#core/usecases/contactability/contactability-for.ts";
import { type Scenario, ScenarioError } from "./scenario.ts";
import type { ScenarioEntry } from "./timeline.ts";
import { StepError, type World } from "./world.ts";

/** What came of a scenario. Times are ms since 1970. */
export type SimulationResult = {
  start: number;
  end: number;
  timeZone: string;
  timeline: ScenarioEntry[];
  contacts: { name: string; contact: ContactRecord /** May a follow-up go to them now? */; reach: Contactability }[];
  followUps: FollowUpRecord[];
  failures: { line: number; message: string }[];
};

/** Plays a scenario to its end. Throws ScenarioError for a step that cannot be done. */
export async function play(world: World, { start, end: until, steps }: Scenario, file: string): Promise<SimulationResult> {
  for (const { at, line, run } of steps) {
    await world.engine.advance(at);
    await run(world, line).catch((error: unknown) => {
      if (error instanceof StepError || error instanceof CrmError) throw new ScenarioError(`${file}:${line} ${error.message}`, { cause: error });
      throw error;
    });
  }
  const end = Math.max(until ?? 0, world.now());
  await world.engine.advance(end);
  const contacts: SimulationResult["contacts"] = [];
  for (const { name, contactId } of await world.contacts()) {
    const contact = await world.system.store.contacts.find(contactId);
    if (contact) contacts.push({ name, contact, reach: await reachOf(world, contact) });
  }
  const { data: followUps } = await world.system.store.followUps.list({}, { limit: 200, cursor: null });
  const timeline = world.timeline.map((entry, index) => ({ entry, index })).sort((a, b) => a.entry.at - b.entry.at || a.index - b.index);
  return { start, end, timeZone: world.timeZone, timeline: timeline.map(({ entry }) => entry), contacts, followUps, failures: world.failures };
}

async function reachOf({ system }: World, contact: ContactRecord): Promise<Contactability> {
  const [conversation = null] = await system.store.conversations.ofContact(contact.id);
  const settings = await system.store.settings.current();
  return contactabilityFor(system, { contact, conversation, purpose: "follow_up", author: "staff", at: system.now(), settings });
}
