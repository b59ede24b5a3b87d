import { fail } from "#core/errors.ts";
import { isOpenAlert } from "#core/model/alert.ts";
import { acknowledgeAlert, resolveAlert } from "#core/usecases/alerts/decide-alert.ts";
import { getAlert } from "#core/usecases/alerts/get-alert.ts";
import { releaseAlert, takeOverAlert } from "#core/usecases/alerts/take-over-alert.ts";
import { inline, nameOf } from "../blocks/text.ts";
import { rethrowNamingColleague } from "../conversations/confirm.ts";
import { type ActionHandler, type ActionRequest, openModal } from "../slack/feature.ts";
import { subjectOf } from "../slack/payload.ts";
import { respondInPlace, responseTargetOf, withResponseTarget } from "../slack/response-target.ts";
import { staffNames } from "../slack/staff-names.ts";
import { alertQueue, branchChosen } from "./command.ts";
import { alertDismissModal } from "./dismiss-modal.ts";

const acknowledge: ActionHandler = {
  id: "alert:acknowledge",
  role: "agent",
  audit: "alert.acknowledge",
  run: (request) =>
    actInList(request, async ({ ctx, staff }, id) => {
      const { ownerId } = await acknowledgeAlert(ctx, { id });
      if (ownerId === staff.id || ownerId === null) return;
      const owner = (await staffNames(ctx, [ownerId])).get(ownerId) ?? "Somebody";
      await request.respond(`${inline(owner, 80)} looks after it already.`);
    }),
};

const takeOver: ActionHandler = {
  id: "alert:take_over",
  role: "agent",
  audit: "alert.take_over",
  run: (request) =>
    actInList(request, async ({ ctx }, id) => {
      const line = (name: string) => `${name} has taken it over already: ask them, or wait until they give it back`;
      await takeOverAlert(ctx, { id }).catch((error: unknown) => rethrowNamingColleague(ctx, error, "takenOverBy", line));
    }),
};

const release: ActionHandler = {
  id: "alert:release",
  role: "agent",
  audit: "alert.release",
  run: (request) =>
    actInList(request, async ({ ctx }, id) => {
      await releaseAlert(ctx, { id });
    }),
};

const resolve: ActionHandler = {
  id: "alert:resolve",
  role: "agent",
  audit: "alert.resolve",
  run: (request) =>
    actInList(request, async ({ ctx }, id) => {
      await resolveAlert(ctx, { id });
    }),
};

const dismiss: ActionHandler = {
  id: "alert:dismiss",
  role: "agent",
  audit: "alert.dismiss",
  run: async (request) => {
    const { ctx, value } = request;
    const alert = await getAlert(ctx, { id: subjectOf(value).id });
    if (!isOpenAlert(alert)) fail("conflict", `the alert is ${alert.state} already`, { id: alert.id });
    const contact = (await ctx.store.contacts.find(alert.contactId)) ?? fail("not_found", "the contact has been deleted");
    await openModal(request, withResponseTarget(alertDismissModal({ about: value, name: nameOf(contact) }), await responseTargetOf(request)));
  },
};

/** Acts, and shows the list that the button was in as it is now, also after a refusal. The answer to a command is no card of ours, so no effect updates it. */
async function actInList(request: ActionRequest, act: (request: ActionRequest, alertId: string) => Promise<void>): Promise<void> {
  const { id, fingerprint: branchId = null } = subjectOf(request.value);
  try {
    await act(request, id);
  } finally {
    if ((await responseTargetOf(request))?.isReplaced) await request.replace(await alertQueue(request.ctx, branchId)).catch(() => {});
  }
}

/** The list of one branch, or of all. */
const ofBranch: ActionHandler = {
  id: "alerts:branch",
  role: "viewer",
  audit: "alert.list",
  run: async (request) => respondInPlace(request, await alertQueue(request.ctx, branchChosen(request.value))),
};

export const alertActions: readonly ActionHandler[] = [acknowledge, takeOver, release, resolve, dismiss, ofBranch];
