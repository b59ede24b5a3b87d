/** Work outside the database that a commit asks for: one outbox row each, one handler each (core/jobs/handlers.ts). */
export const effectTypes = [
  "delivery.send",
  "operation.run",
  "contact.link",
  "staff.unassign",
  "thread.open",
  "card.show",
  "thread.post",
  "post.remove",
] as const;
export type EffectType = (typeof effectTypes)[number];

/** Those that call the staff chat. */
export const staffChatEffects = ["card.show", "thread.post", "post.remove"] as const satisfies readonly EffectType[];
export type StaffChatEffect = (typeof staffChatEffects)[number];

/** Names of effects in earlier versions. Jobs that those versions queued are still run, by the handler of the new name. */
export const formerEffectTypes = {
  "desk.show": "card.show",
  "desk.relay": "thread.post",
  "desk.remove": "post.remove",
} as const satisfies Record<string, EffectType>;
export type FormerEffectType = keyof typeof formerEffectTypes;

/** An effect waiting for the relay. The id is a UUID, the key makes a repeat harmless, the payload holds ids only. */
export type OutboxRecord = {
  id: string;
  agentId: string;
  type: string;
  key: string;
  payload: Record<string, string>;
  startAfter: number | null;
  createdAt: number;
};
