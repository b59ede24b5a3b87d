import { expect, it } from "vitest";
import { createReadiness } from "#api/readiness.ts";
import { idleBackground } from "#tests/support/app.ts";

const now = 10_000_000;

async function staffChat(unshown: number, workspaces: Partial<(typeof idleBackground)["workspaces"]> = {}) {
  const asked: number[] = [];
  const ready = createReadiness({
    database: async () => {},
    background: { ...idleBackground, workspaces: { ...idleBackground.workspaces, count: () => ({ open: 1, starting: 0 }), ...workspaces } },
    unshownAlerts: async (before) => {
      asked.push(before);
      return unshown;
    },
    todo: async () => [],
    now: () => now,
  });
  const { checks } = await ready();
  return { asked, check: checks.staffChat };
}

it("names the alerts that have not been shown for a minute", async () => {
  expect((await staffChat(0)).check).toMatchObject({ state: "ok", detail: null });
  expect((await staffChat(1)).check).toMatchObject({ state: "degraded", detail: "1 alert could not be shown to staff" });
  expect((await staffChat(3)).asked).toEqual([now - 60_000]);
});

it("names them beside what is wrong with the staff chat itself", async () => {
  const { check } = await staffChat(2, { faults: () => [{ workspaceId: "wsp_1", since: now, code: "invalid_auth" }] });

  expect(check).toMatchObject({ state: "failed", detail: "invalid_auth; 2 alerts could not be shown to staff" });
});
