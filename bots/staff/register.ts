import { contactCardActions } from "./actions/contact-card.ts";
import { contactListActions } from "./actions/contact-list.ts";
import { contactListModals } from "./actions/contact-list-modals.ts";
import { contactModals } from "./actions/contact-modals.ts";
import { followUpModals } from "./actions/followup-modals.ts";
import { followUpActions } from "./actions/followups.ts";
import { homeActions } from "./actions/home.ts";
import { proposalActions } from "./actions/proposals.ts";
import { settingsActions } from "./actions/settings.ts";
import { settingsModals } from "./actions/settings-modals.ts";
import { planActions } from "./actions/settings-plan.ts";
import { threadActions, threadModals } from "./actions/threads.ts";
import { unknownSendActions } from "./actions/unknown-sends.ts";
import { deliveryCardOf } from "./cards/delivery.ts";
import { digestCardOf } from "./cards/digest.ts";
import { followUpCardOf } from "./cards/followup.ts";
import { proposalCardOf } from "./cards/proposal.ts";
import { messageCardOf, threadCardOf } from "./cards/thread.ts";
import { findCommand } from "./commands/find.ts";
import { followUpsCommand } from "./commands/followups.ts";
import { pipelineCommand } from "./commands/pipeline.ts";
import { settingsCommand } from "./commands/settings.ts";
import type { Action, CardMakers, Command, EventHandler, ModalHandler } from "./context.ts";
import { homeOpened } from "./events/home.ts";
import { threadMessage } from "./events/thread-message.ts";
import { appUninstalled, tokensRevoked } from "./events/tokens.ts";

/** Every word after `/people`, in the order of the help. */
export const commands: readonly Command[] = [findCommand, followUpsCommand, pipelineCommand, settingsCommand];

/** Every button. */
export const actions: readonly Action[] = [
  ...followUpActions,
  ...threadActions,
  ...contactListActions,
  ...contactCardActions,
  ...homeActions,
  ...proposalActions,
  ...unknownSendActions,
  ...settingsActions,
  ...planActions,
];

/** Every modal that can be sent. */
export const modals: readonly ModalHandler[] = [...followUpModals, ...threadModals, ...contactListModals, ...contactModals, ...settingsModals];

/** What we listen to; a type may have several handlers. */
export const events: readonly EventHandler[] = [threadMessage, homeOpened, appUninstalled, tokensRevoked];

/** The card of each kind of record. */
export const cards: CardMakers = {
  followup: followUpCardOf,
  thread: threadCardOf,
  message: messageCardOf,
  proposal: proposalCardOf,
  delivery: deliveryCardOf,
  digest: digestCardOf,
};
