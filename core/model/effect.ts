/** What a commit asks the world to do: one outbox row each, one handler each (core/jobs/handlers.ts). */
export const effectTypes = ["delivery.send", "operation.run", "contact.link", "desk.show", "desk.relay", "desk.remove"] as const;
export type EffectType = (typeof effectTypes)[number];
