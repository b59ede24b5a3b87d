import { z } from "zod";

/** What we read of Slack's calls, wherever it stands; what else they hold is not looked at. Of more than these no call has. */
const text = z.string().max(100_000);
const maybe = text.nullish();
const person = z.looseObject({ id: text, team_id: maybe });
const team = z.looseObject({ id: text }).nullish();

const inputValue = z.looseObject({
  value: maybe,
  selected_option: z.looseObject({ value: maybe }).nullish(),
  selected_options: z.array(z.looseObject({ value: maybe })).nullish(),
  selected_date_time: z.number().nullish(),
  files: z.array(z.looseObject({ id: text })).nullish(),
});
const view = z.looseObject({
  id: text,
  type: maybe,
  hash: maybe,
  callback_id: maybe,
  private_metadata: maybe,
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), inputValue)) }).nullish(),
});
const message = z.looseObject({ ts: text, thread_ts: maybe });
const interaction = { user: person, team, trigger_id: maybe, response_url: maybe };

/** https://docs.slack.dev/reference/interaction-payloads and https://docs.slack.dev/apis/events-api#callback-field */
const calls = {
  event_callback: z.looseObject({
    team_id: text,
    event_id: text,
    authorizations: z.array(z.looseObject({ team_id: maybe, enterprise_id: maybe, user_id: maybe })).nullish(),
    event: z.looseObject({
      type: text,
      subtype: maybe,
      user: z.union([text, z.looseObject({ id: text })]).optional(),
      channel: z.union([text, z.looseObject({ id: text })]).optional(),
      ts: maybe,
      thread_ts: maybe,
      text: maybe,
      bot_id: maybe,
      tab: maybe,
      channel_type: maybe,
      files: z.array(z.looseObject({ id: text })).nullish(),
    }),
  }),
  block_actions: z.looseObject({
    ...interaction,
    trigger_id: text,
    actions: z.tuple([inputValue.extend({ action_id: text, block_id: maybe, type: text })], inputValue.extend({ action_id: text })),
    channel: z.looseObject({ id: text }).optional(),
    message: message.nullish(),
    container: z.looseObject({ channel_id: maybe, message_ts: maybe, thread_ts: maybe }),
    view: view.nullish(),
  }),
  view_submission: z.looseObject({ ...interaction, view: view.extend({ callback_id: text, private_metadata: text }) }),
  view_closed: z.looseObject({ ...interaction, view }),
  block_suggestion: z.looseObject({ ...interaction, action_id: text }),
  url_verification: z.looseObject({ challenge: text }),
} as const;

const command = z.looseObject({
  command: text.startsWith("/"),
  team_id: text,
  user_id: text,
  text: maybe,
  channel_id: text,
  trigger_id: text,
  response_url: text,
});
const check = z.looseObject({ ssl_check: text });
/** Kinds that nobody here listens to: Slack may invent others at any time. */
const other = z.looseObject({ type: text, user: person.nullish(), team, event: z.looseObject({ type: text }).nullish() });

/** Whether a signed call has the form of its kind, so far as it is read here. Slack's own calls always have. */
export function isWellFormed(body: Record<string, unknown>): boolean {
  return schemaOf(body).safeParse(body).success;
}

function schemaOf({ type, ssl_check: sslCheck, command: word }: Record<string, unknown>): z.ZodType {
  if (type === undefined) return sslCheck !== undefined && word === undefined ? check : command;
  // A key of its own is the name of a call.
  return typeof type === "string" && Object.hasOwn(calls, type) ? calls[type as keyof typeof calls] : other;
}
