import { followUpModals } from "./actions/followup-modals.ts";
import { followUpActions } from "./actions/followups.ts";
import { threadActions, threadModals } from "./actions/threads.ts";
import { followUpCardOf } from "./cards/followup.ts";
import { messageCardOf, threadCardOf } from "./cards/thread.ts";
import { followUpsCommand } from "./commands/followups.ts";
import type { Action, CardMakers, Command, EventHandler, ModalHandler } from "./context.ts";
import { threadMessage } from "./events/thread-message.ts";

/** Every word after `/people`, in the order of the help. */
export const commands: readonly Command[] = [followUpsCommand];

/** Every button. */
export const actions: readonly Action[] = [...followUpActions, ...threadActions];

/** Every modal that can be sent. */
export const modals: readonly ModalHandler[] = [...followUpModals, ...threadModals];

/** What we listen to; a type may have several handlers. */
export const events: readonly EventHandler[] = [threadMessage];

/** What the desk shows of each kind of record. */
export const cards: CardMakers = { followup: followUpCardOf, thread: threadCardOf, message: messageCardOf };
