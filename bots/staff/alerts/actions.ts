import { fail } from "#core/errors.ts";
import { isOpenAlert } from "#core/model/alert.ts";
import { acknowledgeAlert, resolveAlert } from "#core/usecases/alerts/decide-alert.ts";
import { getAlert } from "#core/usecases/alerts/get-alert.ts";
import { releaseAlert, takeOverAlert } from "#core/usecases/alerts/take-over-alert.ts";
import { nameOf } from "../blocks/text.ts";
import { rethrowNamingColleague } from "../conversations/confirm.ts";
import { type ActionHandler, type ActionRequest, openModal } from "../slack/feature.ts";
import { responseTargetOf, withResponseTarget } from "../slack/response-target.ts";
import { staffNames } from "../slack/staff-names.ts";
import { alertQueue } from "./command.ts";
import { alertDismissModal } from "./dismiss-modal.ts";

const acknowledge: ActionHandler = {
  id: "alert:acknowledge",
  role: "agent",
  audit: "alert.acknowledge",
  run: (request) =>
    andShowQueue(request, async ({ ctx, value, staff }) => {
      const { ownerId } = await acknowledgeAlert(ctx, { id: value });
      if (ownerId === staff.id || ownerId === null) return;
      const owner = (await staffNames(ctx, [ownerId])).get(ownerId) ?? "Somebody";
      await request.respond(`${owner} looks after it already.`);
    }),
};

const takeOver: ActionHandler = {
  id: "alert:take_over",
  role: "agent",
  audit: "alert.take_over",
  run: (request) =>
    andShowQueue(request, async ({ ctx, value }) => {
      const line = (name: string) => `${name} has taken it over already: ask them, or wait until they give it back`;
      await takeOverAlert(ctx, { id: value }).catch((error: unknown) => rethrowNamingColleague(ctx, error, "takenOverBy", line));
    }),
};

const release: ActionHandler = {
  id: "alert:release",
  role: "agent",
  audit: "alert.release",
  run: (request) =>
    andShowQueue(request, async ({ ctx, value }) => {
      await releaseAlert(ctx, { id: value });
    }),
};

const resolve: ActionHandler = {
  id: "alert:resolve",
  role: "agent",
  audit: "alert.resolve",
  run: (request) =>
    andShowQueue(request, async ({ ctx, value }) => {
      await resolveAlert(ctx, { id: value });
    }),
};

const dismiss: ActionHandler = {
  id: "alert:dismiss",
  role: "agent",
  audit: "alert.dismiss",
  run: async (request) => {
    const { ctx, value } = request;
    const alert = await getAlert(ctx, { id: value });
    if (!isOpenAlert(alert)) fail("conflict", `the alert is ${alert.state} already`, { id: alert.id });
    const contact = (await ctx.store.contacts.find(alert.contactId)) ?? fail("not_found", "the contact has been deleted");
    await openModal(request, withResponseTarget(alertDismissModal({ alertId: alert.id, name: nameOf(contact) }), await responseTargetOf(request)));
  },
};

/** Shows the list as it is now, also after a refusal. The answer to a command is no card of ours, so no effect updates it. */
async function andShowQueue(request: ActionRequest, act: (request: ActionRequest) => Promise<void>): Promise<void> {
  try {
    await act(request);
  } finally {
    if ((await responseTargetOf(request))?.isReplaced) await request.replace(await alertQueue(request.ctx)).catch(() => {});
  }
}

export const alertActions: readonly ActionHandler[] = [acknowledge, takeOver, release, resolve, dismiss];
