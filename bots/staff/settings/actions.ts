import type { ModalView } from "@slack/types";
import { fail } from "#core/errors.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import { type ActionHandler, type ActionRequest, openModal } from "../slack/feature.ts";
import { settingsEscalationsModal } from "./escalations-modal.ts";
import { withPresets } from "./form.ts";
import { settingsGradesModal } from "./grades-modal.ts";
import { type SettingsGroup, settingsGroups } from "./menu.ts";
import { settingsPlaceModal } from "./place-modal.ts";
import { settingsQuietModal } from "./quiet-hours-modal.ts";
import { settingsSignalsModal, signalModal } from "./signals-modal.ts";
import { settingsStatusModal } from "./status-modal.ts";
import { settingsTemplateModal } from "./template-modal.ts";
import { settingsTimingModal } from "./timing-modal.ts";
import { settingsTriggersModal } from "./triggers-modal.ts";

type CurrentSettings = { settings: VersionedSettings["document"]; version: number };

const views: Record<SettingsGroup, (held: CurrentSettings) => ModalView> = {
  place: settingsPlaceModal,
  template: settingsTemplateModal,
  status: settingsStatusModal,
  grades: settingsGradesModal,
  signals: (held) => settingsSignalsModal({ ...held, page: 0 }),
  timing: settingsTimingModal,
  quiet: settingsQuietModal,
  triggers: ({ settings, version }) => settingsTriggersModal({ settings: withPresets(settings), version }),
  escalations: ({ settings, version }) => settingsEscalationsModal({ settings: withPresets(settings), version }),
};

async function currentSettings({ ctx }: ActionRequest): Promise<CurrentSettings> {
  const { document, version } = await ctx.store.settings.current();
  return { settings: document, version };
}

/** A group of settings, as it is now. Looking at it changes nothing. */
const open: ActionHandler = {
  id: "settings:open",
  role: "admin",
  audit: "settings.open",
  run: async (request) => {
    const group = settingsGroups.find((each) => each === request.value) ?? fail("conflict", "these settings are not here any more");
    await openModal(request, views[group](await currentSettings(request)));
  },
};

/** Turns the pages of the list of signals. */
function turn(id: string): ActionHandler {
  return {
    id,
    role: "admin",
    audit: "settings.open",
    run: async (request) => {
      if (!request.view) return;
      const view = settingsSignalsModal({ ...(await currentSettings(request)), page: Number(request.value) || 0 });
      await request.client.views.update({ view_id: request.view.id, hash: request.view.hash, view });
    },
  };
}

const signal: ActionHandler = {
  id: "signal:open",
  role: "admin",
  audit: "settings.open",
  run: async (request) => {
    const { settings, version } = await currentSettings(request);
    const found = settings.scoring.signals.find(({ id }) => id === request.value) ?? fail("not_found", "this signal does not exist any more");
    await openModal(request, signalModal({ signal: found, version }));
  },
};

export const settingsActions: readonly ActionHandler[] = [open, turn("signals:next"), turn("signals:back"), signal];
