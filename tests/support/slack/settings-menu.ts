import { day } from "#core/rules/time.ts";
import { eventually } from "#tests/support/eventually.ts";
import type { FakeMessage, FakeView } from "./fake-slack-state.ts";
import { maria, openStaffStage, type StaffStage } from "./staff.ts";
import { stateOf, typedIn } from "./typed-in.ts";

export const until = <T>(look: () => T, holds: (seen: T) => boolean) => eventually(async () => look(), holds, 5_000);
export const words = (shown: unknown) => JSON.stringify(shown);
export const version = async ({ ctx }: StaffStage) => (await ctx.store.settings.current()).version;

/** Somebody may change the settings; three customers have been silent for ten days. */
export async function openSettingsStage(role: "admin" | "viewer" = "admin") {
  const stage = await openStaffStage();
  await stage.member(maria, role);
  for (const name of ["Ana", "Ben", "Cleo"]) await stage.customer(name);
  stage.pass(10 * day);
  return stage;
}

/** `/people settings`, as the message it is answered with. */
export async function menu({ slack }: StaffStage): Promise<FakeMessage> {
  await slack.command(maria.id, "settings");
  const [whisper] = await until(
    () => slack.whispers,
    ({ length }) => length > 0,
  );
  return { channel: "C0STAFF", ts: "1.1", threadTs: null, user: slack.botUserId, text: whisper?.text ?? "", blocks: whisper?.blocks ?? [] };
}

export async function opened(stage: StaffStage, group: string): Promise<FakeView> {
  await stage.slack.press(maria.id, await menu(stage), "settings:open", { value: group });
  const [view] = await until(
    () => [...stage.slack.views.values()],
    ({ length }) => length > 0,
  );
  if (!view) throw new Error("no modal came up");
  return view;
}

/** The modal that came up on top of the others, after the given one. */
export async function pushed({ slack }: StaffStage, last?: FakeView): Promise<FakeView> {
  const seen = [...slack.views.values()].findIndex(({ id }) => id === last?.id) + 1;
  const views = await until(
    () => [...slack.views.values()],
    ({ length }) => length > Math.max(1, seen),
  );
  return views.at(-1) ?? Promise.reject(new Error("no modal came up"));
}

/** Sends the modal with some inputs filled in otherwise. */
export function send({ slack }: StaffStage, view: FakeView, typed: Record<string, string | string[]>) {
  // The fake keeps the view that we opened.
  const asItCameUp = typedIn(view.view as unknown as Parameters<typeof typedIn>[0]);
  const changed = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, { [name]: value }]));
  return slack.submit(view, stateOf({ ...asItCameUp, ...changed }));
}
