import type { BlockAction, BlockElementAction, SlackAction, ViewOutput, ViewStateValue } from "@slack/bolt";
import type { InputValue, InputValues, MessageLocation, OpenView } from "./feature.ts";

/** What was chosen or pressed, as one text; several choices with a comma between. */
export function chosenValue(action: BlockElementAction): string {
  const value = inputValue(action);
  return typeof value === "string" ? value : (value ?? []).join(",");
}

type Choosable = Partial<Record<string, unknown>> | BlockElementAction | ViewStateValue;

function inputValue(input: Choosable): InputValue {
  const held: Partial<Record<string, unknown>> = { ...input };
  for (const key of ["value", "selected_date", "selected_time", "selected_user", "selected_conversation", "selected_channel"]) {
    if (typeof held[key] === "string") return held[key];
  }
  if (typeof held.selected_date_time === "number") return String(held.selected_date_time);
  if (Array.isArray(held.selected_options)) return held.selected_options.flatMap(optionValue);
  if (Array.isArray(held.files)) return held.files.flatMap((file) => (hasText(file, "id") ? [file.id] : []));
  for (const key of ["selected_users", "selected_conversations", "selected_channels"]) {
    const list = held[key];
    if (Array.isArray(list)) return list.map(String);
  }
  return optionValue(held.selected_option)[0] ?? null;
}

function optionValue(option: unknown): string[] {
  return hasText(option, "value") ? [option.value] : [];
}

/** An object that has the key has been found before the key is read, and what it holds is taken as unknown. */
function hasText<K extends string>(value: unknown, key: K): value is Record<K, string> {
  return typeof value === "object" && value !== null && key in value && typeof Reflect.get(value, key) === "string";
}

export function valuesOf(state: { values: Record<string, Record<string, ViewStateValue>> } | undefined): InputValues {
  const blocks = Object.entries(state?.values ?? {});
  return Object.fromEntries(
    blocks.map(([block, inputs]) => [block, Object.fromEntries(Object.entries(inputs).map(([id, input]) => [id, inputValue(input)]))]),
  );
}

/** The modal that holds the button; null: it is in a message or on the Home tab, on which nothing can be put. */
export function openView(view: ViewOutput | undefined): OpenView | null {
  return view && view.type !== "home" ? { id: view.id, hash: view.hash, metadata: view.private_metadata, values: valuesOf(view.state) } : null;
}

/** The message that holds the button; null: it is in a view. */
export function messageLocationOf({ channel, message, container }: BlockAction): MessageLocation | null {
  const channelId = channel?.id ?? text(container.channel_id);
  const ts = message?.ts ?? text(container.message_ts);
  if (channelId === null || ts === null) return null;
  return { channelId, ts, threadTs: text(message?.thread_ts) ?? text(container.thread_ts) };
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

export function isBlockAction(action: SlackAction): action is BlockAction {
  return action.type === "block_actions";
}

/** The id that a value begins with, for the audit log. */
export function subjectIn(value: string): string | null {
  return /^[a-z]{2,4}_[0-9a-z]+/.exec(value)?.[0] ?? null;
}

/** What a button or a modal names: a record, and of a follow-up the text that was shown. */
export type Subject = { id: string; fingerprint: string | undefined };

/** `id` or `id|fingerprint`, as buttons carry it, and modals in their metadata. */
export function subjectOf(value: string): Subject {
  const [id = "", fingerprint] = value.split("|");
  return { id, fingerprint };
}
