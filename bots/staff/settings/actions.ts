import type { ModalView } from "@slack/types";
import { fail } from "#core/errors.ts";
import type { VersionedSettings } from "#core/model/settings.ts";
import { type Action, openModal, type Press } from "../slack/feature.ts";
import { withPresets } from "./form.ts";
import { settingsGradesModal } from "./grades-modal.ts";
import { type SettingsGroup, settingsGroups } from "./menu.ts";
import { settingsQuietModal } from "./quiet-hours-modal.ts";
import { settingsSignalsModal, signalModal } from "./signals-modal.ts";
import { settingsStatusModal } from "./status-modal.ts";
import { settingsTimingModal } from "./timing-modal.ts";
import { settingsTriggersModal } from "./triggers-modal.ts";

type Held = { settings: VersionedSettings["document"]; version: number };

const views: Record<SettingsGroup, (held: Held) => ModalView> = {
  status: settingsStatusModal,
  grades: settingsGradesModal,
  signals: (held) => settingsSignalsModal({ ...held, page: 0 }),
  timing: settingsTimingModal,
  quiet: settingsQuietModal,
  triggers: ({ settings, version }) => settingsTriggersModal({ settings: withPresets(settings), version }),
};

async function held({ ctx }: Press): Promise<Held> {
  const { document, version } = await ctx.store.settings.current();
  return { settings: document, version };
}

/** A group of settings, as it is now. Looking at it changes nothing. */
const open: Action = {
  id: "settings:open",
  role: "admin",
  audit: "settings.open",
  run: async (press) => {
    const group = settingsGroups.find((each) => each === press.value) ?? fail("conflict", "these settings are not here any more");
    await openModal(press, views[group](await held(press)));
  },
};

/** Turns the pages of the list of signals. */
function turn(id: string): Action {
  return {
    id,
    role: "admin",
    audit: "settings.open",
    run: async (press) => {
      if (!press.view) return;
      const view = settingsSignalsModal({ ...(await held(press)), page: Number(press.value) || 0 });
      await press.client.views.update({ view_id: press.view.id, hash: press.view.hash, view });
    },
  };
}

const signal: Action = {
  id: "signal:open",
  role: "admin",
  audit: "settings.open",
  run: async (press) => {
    const { settings, version } = await held(press);
    const found = settings.scoring.signals.find(({ id }) => id === press.value) ?? fail("not_found", "this signal does not exist any more");
    await openModal(press, signalModal({ signal: found, version }));
  },
};

export const settingsActions: readonly Action[] = [open, turn("signals:next"), turn("signals:back"), signal];
