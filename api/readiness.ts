import { CrmError } from "#core/errors.ts";
import type { SetupTask } from "#core/rules/settings/setup-tasks.ts";
import type { BackgroundServices } from "./background.ts";

export const checkNames = ["database", "queue", "channels", "staffChat"] as const;
export type CheckName = (typeof checkNames)[number];

/** `off`: not there, and not asked for; `starting`: on its way; `degraded`: part of it works; `failed`: nothing of it does. */
export const checkStates = ["ok", "starting", "degraded", "failed", "off"] as const;
export type CheckState = (typeof checkStates)[number];

/** `since`, in ms: when the state was first seen; `detail` is for the operator, without personal data or secrets. */
export type ReadinessCheck = { state: CheckState; since: number; detail: string | null };
export type Readiness = { checks: Record<CheckName, ReadinessCheck>; todo: SetupTask[] };
type CheckResult = Omit<ReadinessCheck, "since">;

export type ReadinessDeps = {
  /** Throws when the database does not answer; the text of a CrmError is shown. */
  database(): Promise<unknown>;
  background: BackgroundServices | undefined;
  /** Alerts raised before then (ms since 1970) that the staff chat could not show. */
  unshownAlerts(before: number): Promise<number>;
  /** What the default agent has not set yet. */
  todo(): Promise<SetupTask[]>;
  now(): number;
};

/** An alert that staff do not see after so long counts as not shown. */
const shownWithinMs = 60_000;
/** A check that takes longer counts as failed, so that the answer always comes. */
const answerWithinMs = 2_000;
const ok: CheckResult = { state: "ok", detail: null };
const off: CheckResult = { state: "off", detail: "this process runs the API alone" };

/** Looks at every part of this process; each look takes 2 s at most. */
export function createReadiness({ database, background, unshownAlerts, todo, now }: ReadinessDeps): () => Promise<Readiness> {
  const seen = new Map<CheckName, ReadinessCheck>();

  function record(name: CheckName, { state, detail }: CheckResult): ReadinessCheck {
    const before = seen.get(name);
    const check = { state, since: before?.state === state ? before.since : now(), detail };
    seen.set(name, check);
    return check;
  }

  return async () => {
    const [ofDatabase, ofQueue] = await Promise.all([
      check(database, "the database does not answer"),
      background ? check(() => background.queue.ready(), "the queue does not answer") : off,
    ]);
    const unshown = background && ofDatabase.state === "ok" ? await unshownAlerts(now() - shownWithinMs).catch(() => 0) : 0;
    return {
      checks: {
        database: record("database", ofDatabase),
        queue: record("queue", ofQueue),
        channels: record("channels", background ? channelsCheck(background) : off),
        staffChat: record("staffChat", background ? withUnshown(staffChatCheck(background), unshown) : off),
      },
      todo: ofDatabase.state === "ok" ? await todo().catch(() => []) : [],
    };
  };
}

async function check(look: () => Promise<unknown>, otherwise: string): Promise<CheckResult> {
  const late = Promise.withResolvers<CheckResult>();
  const timer = setTimeout(() => late.resolve({ state: "failed", detail: `${otherwise} within ${answerWithinMs} ms` }), answerWithinMs);
  try {
    return await Promise.race([look().then(() => ok), late.promise]);
  } catch (error) {
    if (!(error instanceof CrmError)) return { state: "failed", detail: otherwise };
    return { state: error.details.state === "starting" ? "starting" : "failed", detail: error.message };
  } finally {
    clearTimeout(timer);
  }
}

function channelsCheck({ connections }: BackgroundServices): CheckResult {
  const all = connections.health();
  if (all.length === 0) return { state: "off", detail: "no account is connected" };
  const states = all.map(({ connection, health }) => ({ channel: connection.channel, state: health?.state ?? "connected" }));
  const missing = states.filter(({ state }) => state !== "connected");
  if (missing.length === 0) return ok;
  const detail = missing.slice(0, 10).map(({ channel, state }) => `${channel}: ${state}`);
  if (missing.every(({ state }) => state === "starting")) return { state: "starting", detail: detail.join(", ") };
  return { state: missing.length < all.length ? "degraded" : "failed", detail: detail.join(", ") };
}

/** The second way in which operators learn of alerts while the staff chat cannot show them. */
function withUnshown(result: CheckResult, unshown: number): CheckResult {
  if (unshown === 0) return result;
  const alerts = `${unshown} ${unshown === 1 ? "alert" : "alerts"} could not be shown to staff`;
  const detail = result.detail === null ? alerts : `${result.detail}; ${alerts}`;
  return { state: result.state === "ok" ? "degraded" : result.state, detail };
}

function staffChatCheck({ workspaces }: BackgroundServices): CheckResult {
  const { open, starting } = workspaces.count();
  const faults = workspaces.faults();
  if (faults.length > 0) return { state: open > faults.length ? "degraded" : "failed", detail: faults.map(({ code }) => code).join(", ") };
  if (starting > 0) return { state: "starting", detail: null };
  return open === 0 ? { state: "off", detail: "no workspace is connected" } : ok;
}
