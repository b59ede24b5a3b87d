import { expect, it } from "vitest";
import { features } from "#bots/staff/index.ts";
import { type CardBuilder, joinFeatures } from "#bots/staff/slack/feature.ts";
import { syncEnvironmentConnection } from "#core/usecases/connections/sync-environment-connection.ts";
import { editFollowUp } from "#core/usecases/followups/decide-followup.ts";
import { remind } from "#core/usecases/followups/remind.ts";
import { eventually } from "#tests/support/eventually.ts";
import type { FakeMessage } from "#tests/support/slack/fake-slack-state.ts";
import { carlo, maria, openStaffStage } from "#tests/support/slack/staff.ts";

/** A follow-up on its card, and how often the card has been built and written since. */
async function posted() {
  let builds = 0;
  const { cards } = joinFeatures(features);
  const followup: CardBuilder = async (ctx, id) => {
    builds += 1;
    return (await cards.followup?.(ctx, id)) ?? null;
  };
  const stage = await openStaffStage({ register: { cards: { ...cards, followup } } });
  await stage.member(maria, "agent");
  await stage.member(carlo, "agent");
  await syncEnvironmentConnection(stage.ctx, { channel: "web", via: null }, true);
  const { contactId } = await stage.customer();
  const { id } = await remind(stage.ctx, { contactId, dueAt: stage.now() + 3_600_000, reason: "Ask how it went", text: "How did it go?" });
  await stage.carry();
  const [card] = stage.slack.in("C0STAFF");
  if (!card) throw new Error("there is no card");
  const first = { builds, posts: stage.slack.called("chat.postMessage"), updates: stage.slack.called("chat.update") };
  const since = () => ({
    builds: builds - first.builds,
    posts: stage.slack.called("chat.postMessage") - first.posts,
    updates: stage.slack.called("chat.update") - first.updates,
  });
  return { ...stage, id, card, first, since };
}

const until = (message: FakeMessage, words: string) =>
  eventually(
    async () => JSON.stringify(message.blocks),
    (blocks) => blocks.includes(words),
  );

it("a new record costs one build and one post", async () => {
  const { first } = await posted();

  expect(first).toEqual({ builds: 1, posts: 1, updates: 0 });
});

it("a press that changes the record costs one build and one update", async () => {
  const { slack, card, since, carry } = await posted();

  await slack.press(maria.id, card, "followup:approve");
  await until(card, "Take it back");
  await carry();

  expect(since()).toEqual({ builds: 1, posts: 0, updates: 1 });
});

it("a refused press builds the card once, and writes nothing when it is up to date", async () => {
  const { slack, card, since } = await posted();
  const old = structuredClone(card);
  await slack.press(maria.id, card, "followup:approve");
  await until(card, "Take it back");
  const before = since();

  await slack.press(carlo.id, old, "followup:approve");
  const refused = await eventually(
    async () => since(),
    ({ builds }) => builds > before.builds,
  );

  expect(refused).toEqual({ builds: before.builds + 1, posts: 0, updates: before.updates });
});

it("a change from elsewhere costs one build and one update", async () => {
  const { ctx, id, since, carry } = await posted();

  await editFollowUp(ctx, { id, text: "Did you like it?" });
  await carry();
  await carry();

  expect(since()).toEqual({ builds: 1, posts: 0, updates: 1 });
});
