import type { HomeView } from "@slack/types";
import type { Context } from "#core/ports/context.ts";
import { dateAt } from "#core/rules/days.ts";
import { readDay } from "#core/usecases/analytics/read-day.ts";
import { alertModel } from "../alerts/card.ts";
import { section } from "../blocks/blocks.ts";
import { unknownSendModel } from "../deliveries/card.ts";
import { modelOf } from "../followups/card.ts";
import { longestWaiting } from "../inbox/list.ts";
import { proposalModel } from "../proposals/card.ts";
import { staffOf, unknownLine } from "../slack/actor.ts";
import type { StaffRequest, WebClient } from "../slack/feature.ts";
import { homeView } from "./home-blocks.ts";
import { everythingUndecided } from "./undecided.ts";

/** Cards of a kind that are made; how many of them fit, the view says. */
const most = { alerts: 6, inbox: 5, unknownSends: 3, followUps: 10, proposals: 5 };

type HomeViewer = { ctx: Context; client: WebClient; userId: string; staffName: string | null };

/** Publishes a person's Home tab as it is now; `staffName` null: they are not on the staff. */
export async function publishHome({ ctx, client, userId, staffName }: HomeViewer): Promise<void> {
  const view = staffName === null ? strangersHome : await homeOf(ctx, staffName);
  await client.views.publish({ user_id: userId, view });
}

/** Publishes the Home tab again after a call, since what waits for the person has changed. */
export async function refreshHome({ ctx, workspace, client, userId }: Pick<StaffRequest, "ctx" | "workspace" | "client" | "userId">): Promise<void> {
  const staff = await staffOf(ctx, workspace, client, userId);
  await publishHome({ ctx, client, userId, staffName: staff?.name ?? null });
}

const strangersHome: HomeView = { type: "home", blocks: [section(unknownLine)] };

async function homeOf(ctx: Context, staffName: string): Promise<HomeView> {
  const { alerts, followUps, proposals, unknownSends } = await everythingUndecided(ctx, most.alerts);
  const { timeZone } = (await ctx.store.settings.current()).document;
  return homeView({
    staffName,
    alerts: { ...(await shown(alerts.first, most.alerts, (alert) => alertModel(ctx, alert))), total: alerts.total },
    inbox: await longestWaiting(ctx, most.inbox),
    unknownSends: await shown(unknownSends, most.unknownSends, (delivery) => unknownSendModel(ctx, delivery)),
    followUps: await shown(followUps, most.followUps, async (followUp) => {
      const contact = await ctx.store.contacts.find(followUp.contactId);
      return contact && modelOf(ctx, followUp, contact);
    }),
    proposals: await shown(proposals, most.proposals, (proposal) => proposalModel(ctx, proposal)),
    today: await readDay(ctx, { date: dateAt(ctx.now(), timeZone) }),
  });
}

async function shown<R, M>(rows: readonly R[], count: number, modelOf: (row: R) => Promise<M | null>): Promise<{ first: M[]; total: number }> {
  const models = await Promise.all(rows.slice(0, count).map(modelOf));
  return { first: models.filter((model) => model !== null), total: rows.length };
}
