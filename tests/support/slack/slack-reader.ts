import { eventually } from "../eventually.ts";
import type { FakeSlack } from "./fake-slack.ts";
import type { State } from "./fake-slack-control.ts";
import type { FakeMessage, FakePerson, FakeView } from "./fake-slack-state.ts";

/** Somebody at their Slack: types, presses, reads what comes, fills in what opens. */
export type SlackReader = {
  /** `/people text`; gives what they alone are shown then. */
  asks(text: string): Promise<FakeMessage>;
  /** Presses; gives the message that comes of it, or the one that has become another. */
  press(message: FakeMessage, actionId: string, value?: string): Promise<FakeMessage>;
  /** Types or presses, and a modal opens. */
  opens(act: () => Promise<unknown>): Promise<FakeView>;
  fills(view: FakeView, values: Record<string, Given>): Promise<{ errors?: Record<string, string> }>;
};

/** A text, the value of an option, those of several, or seconds since 1970. */
type Given = string | readonly string[] | number | null;

const fields = { static_select: "selected_option", multi_static_select: "selected_options", datetimepicker: "selected_date_time" } as const;

export function slackReader(slack: FakeSlack, person: FakePerson): SlackReader {
  const mine = () => slack.whispers.filter(({ userId }) => userId === person.id);

  /** What one person alone is shown can be pressed, and be written over, like any message. */
  async function shownNext(before: number): Promise<FakeMessage> {
    const all = await eventually(
      async () => mine(),
      (found) => found.length > before,
    );
    const { text = "", blocks = [] } = all.at(-1) ?? {};
    const message = { channel: "C0STAFF", ts: slack.next(), threadTs: null, user: slack.botUserId, text, blocks };
    slack.messages.push(message);
    return message;
  }

  return {
    asks: async (text) => {
      const before = mine().length;
      await slack.command(person.id, text);
      return shownNext(before);
    },
    press: async (message, actionId, value) => {
      const before = mine().length;
      const shown = JSON.stringify(message.blocks);
      await slack.press(person.id, message, actionId, value === undefined ? {} : { value });
      await eventually(
        async () => mine().length > before || JSON.stringify(message.blocks) !== shown,
        (isThere) => isThere,
      );
      return mine().length > before ? shownNext(before) : message;
    },
    opens: async (act) => {
      const known = new Set(slack.views.keys());
      await act();
      const view = await eventually(
        async () => [...slack.views.values()].find(({ id, userId }) => userId === person.id && !known.has(id)) ?? null,
        (found) => found !== null,
      );
      if (!view) throw new Error("no modal has opened");
      return view;
    },
    fills: async (view, values) => {
      const { body } = await slack.submit(view, stateOf(view, values));
      // The answer to a modal is an object of Slack's form, or empty.
      return (body || {}) as { errors?: Record<string, string> };
    },
  };
}

type Input = {
  type: string;
  action_id: string;
  initial_value?: string;
  initial_option?: object;
  initial_options?: object[];
  initial_date_time?: number;
};

/** All inputs of the modal: as they were shown, but for what was filled in. */
function stateOf({ view }: FakeView, values: Record<string, Given>): State {
  const state: State = {};
  for (const { type, block_id: name = "", element } of view.blocks) {
    if (type !== "input") continue;
    // Every input of ours is one of these (views/inputs.ts).
    const input = element as Input;
    const shown = input.initial_value ?? input.initial_option ?? input.initial_options ?? input.initial_date_time ?? null;
    const held = name in values ? filled(values[name] ?? null, input.type) : shown;
    const field = fields[input.type as keyof typeof fields] ?? "value";
    state[name] = { [input.action_id]: { type: input.type, [field]: held ?? (field === "selected_options" ? [] : null) } };
  }
  return state;
}

function filled(given: Given, type: string): unknown {
  if (given === null) return null;
  if (type === "static_select") return { value: given };
  if (type === "multi_static_select") return [given].flat().map((value) => ({ value }));
  return given;
}
