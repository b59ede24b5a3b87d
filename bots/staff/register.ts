import type { Action, CardMakers, Command, EventHandler, ModalHandler } from "./context.ts";

/** Every word after `/people`, in the order of the help. */
export const commands: readonly Command[] = [];

/** Every button. */
export const actions: readonly Action[] = [];

/** Every modal that can be sent. */
export const modals: readonly ModalHandler[] = [];

/** What we listen to; a type may have several handlers. */
export const events: readonly EventHandler[] = [];

/** What the desk shows of each kind of record. */
export const cards: CardMakers = {};
