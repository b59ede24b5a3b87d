import type { webApi } from "@slack/bolt";
import type { KnownBlock, ModalView, SlackEvent } from "@slack/types";
import type { PostKind, Role, StaffRecord, WorkspaceRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import type { StaffChat } from "#core/ports/staff-chat.ts";
import type { BlockMessage } from "../blocks/blocks.ts";
import type { SlackAddresses } from "./slack-addresses.ts";

export type WebClient = webApi.WebClient;

/** The message that a button is in, and the thread that the message is in. */
export type MessageLocation = { channelId: string; ts: string; threadTs: string | null };

/** A message for one person: plain text, or blocks with the text that notifications show. */
export type ResponseMessage = string | BlockMessage;

/** The message as arguments of Slack's methods. */
export function asMessage(message: ResponseMessage) {
  return typeof message === "string" ? { text: message } : message;
}

/** A request of a member of staff, whose role has just been read. */
export type StaffRequest = {
  /** Acts as the member of staff: a commit writes the audit log, and counts once however often Slack repeats the call. */
  ctx: Context;
  staff: StaffRecord;
  workspace: WorkspaceRecord;
  client: WebClient;
  /** Their Slack user id. */
  userId: string;
  staffChat: StaffChat;
  /** For the addresses that Slack names in its calls and answers. */
  addresses: SlackAddresses;
  /** Answers this person alone. */
  respond(answer: ResponseMessage): Promise<void>;
};

/** A button was pressed, or an option or a date was chosen (`block_actions`). */
export type ActionRequest = StaffRequest & {
  /** The value of the button or of the choice: ids and fingerprints, never texts. */
  value: string;
  /** Null: in a modal or on the Home tab. */
  place: MessageLocation | null;
  /** The modal that the button is in, with the values of its inputs; null: it is in a message or on the Home tab. */
  view: OpenView | null;
  triggerId: string;
  /** The `response_url` of the call; null: on the Home tab and in modals. */
  responseUrl: string | null;
  /** Replaces the message that the button is in, also one that only this person sees. */
  replace(answer: ResponseMessage): Promise<void>;
};

export type OpenView = { id: string; hash: string; metadata: string; values: InputValues };

/** The values of a view's inputs: block id → action id → text, option, date or list. */
export type InputValues = Readonly<Record<string, Readonly<Record<string, InputValue>>>>;
export type InputValue = string | readonly string[] | null;

/** `/people WORD words`. */
export type CommandRequest = StaffRequest & { words: string; channelId: string; triggerId: string; responseUrl: string };

/** A modal was submitted (`view_submission`). */
export type ModalSubmission = StaffRequest & { metadata: string; values: InputValues; viewId: string; triggerId: string };

/** What Slack does with a submitted modal: shows errors by block id, updates it, pushes another, or closes all. Undefined: closes this one. */
export type ModalResponse = { errors: Record<string, string> } | { update: ModalView } | { push: ModalView } | { clear: true } | undefined;

/** Handles one button. `audit` like `followup.approve` names it in the log; the subject is the id that the value begins with. */
export type ActionHandler = { id: string; role: Role; audit: string; run(request: ActionRequest): Promise<void> };

/** Handles one word after `/people`. */
export type CommandHandler = { word: string; role: Role; help: string; run(call: CommandRequest): Promise<void> };

export type ModalHandler = { callbackId: string; role: Role; audit: string; run(submission: ModalSubmission): Promise<ModalResponse> };

/** The events of Slack that features may handle. */
export type SlackEventType = "message" | "app_home_opened" | "app_mention" | "member_joined_channel" | "app_uninstalled" | "tokens_revoked";

/** An event of Slack's Events API. */
export type EventRequest<T extends SlackEventType> = {
  event: Extract<SlackEvent, { type: T }>;
  /** The member of staff who caused it; null: somebody else did, or nobody. */
  sender: StaffRequest | null;
  /** Acts as the system. */
  ctx: Context;
  workspace: WorkspaceRecord;
  client: WebClient;
  staffChat: StaffChat;
  /** Calls `auth.test`: when Slack refuses our token, the workspace is marked and readiness says so. */
  checkToken(): Promise<void>;
};

/** An event before Slack was asked who caused it. */
export type IncomingEvent<T extends SlackEventType> = Pick<EventRequest<T>, "event" | "ctx" | "workspace">;

/** `concerns` false: the event is ignored, and no call of Slack's is spent on it. Without `concerns` every event is handled. */
export type EventHandler = {
  [T in SlackEventType]: { type: T; concerns?(incoming: IncomingEvent<T>): Promise<boolean>; run(request: EventRequest<T>): Promise<void> };
}[SlackEventType];

/** A card as it is to be shown now. */
export type Card = {
  /** The contact whose data it shows: when the contact is erased, so is the card. */
  contactId: string | null;
  /** Shown by notifications in place of the blocks. */
  text: string;
  blocks: KnownBlock[];
  /** False: a card that was posted is updated, but none is posted anew. */
  isRequired: boolean;
  /** The channel it is posted in; null or not given, and where Slack has no such channel for us: the workspace's own. */
  channelId?: string | null;
  /** True: a post in a thread is shown in the channel as well, since nobody may be looking at the thread any more. */
  isInChannel?: boolean;
};

/** Reads a record and builds its card, for a workspace or for the answer to one person; null: the record does not exist any more. */
export type CardBuilder = (ctx: Context, subjectId: string, workspace?: WorkspaceRecord) => Promise<Card | null>;

export type CardBuilders = Readonly<Record<string, CardBuilder>>;

/** A card that is posted at a time of day: `subjectAt` names the one that is due in a workspace at `now` (ms since 1970), or null. */
export type DueCard = { kind: PostKind; subjectAt(workspace: WorkspaceRecord, timeZone: string, now: number): string | null };

/** What one noun adds to the Slack app. */
export type StaffFeature = {
  /** Cards by the kind of record that they show. */
  cards?: CardBuilders;
  dueCards?: readonly DueCard[];
  /** By the kind of record: the conversation in whose thread its card is posted, where it has one; null: the card is in the channel. */
  threads?: Readonly<Record<string, (ctx: Context, subjectId: string) => Promise<string | null>>>;
  commands?: readonly CommandHandler[];
  actions?: readonly ActionHandler[];
  modals?: readonly ModalHandler[];
  events?: readonly EventHandler[];
  /** The undecided records of a kind: a workspace that can be reached again gets the cards that are missing there. */
  undecided?: Readonly<Record<string, (ctx: Context) => Promise<readonly { id: string }[]>>>;
  /** Runs after each button on the Home tab and each submitted modal. */
  afterCall?(call: Pick<StaffRequest, "ctx" | "workspace" | "client" | "userId">): Promise<void>;
};

/** The parts of all features, in their order. */
export type RegisteredFeatures = Required<Omit<StaffFeature, "afterCall">> & { afterCalls: readonly NonNullable<StaffFeature["afterCall"]>[] };

/** Joins the features of all nouns. When two name the same kind of card, the later one counts. */
export function joinFeatures(features: readonly StaffFeature[]): RegisteredFeatures {
  return {
    cards: Object.assign({}, ...features.map(({ cards }) => cards)),
    dueCards: features.flatMap(({ dueCards = [] }) => dueCards),
    threads: Object.assign({}, ...features.map(({ threads }) => threads)),
    commands: features.flatMap(({ commands = [] }) => commands),
    actions: features.flatMap(({ actions = [] }) => actions),
    modals: features.flatMap(({ modals = [] }) => modals),
    events: features.flatMap(({ events = [] }) => events),
    undecided: Object.assign({}, ...features.map(({ undecided }) => undecided)),
    afterCalls: features.flatMap(({ afterCall }) => afterCall ?? []),
  };
}

/** Opens a modal, or pushes it onto the one that the button is in. Slack's trigger ids last 3 s (https://docs.slack.dev/surfaces/modals). */
export async function openModal(request: Pick<ActionRequest, "client" | "triggerId"> & { view?: OpenView | null }, view: ModalView): Promise<void> {
  const opening = { trigger_id: request.triggerId, view };
  await (request.view ? request.client.views.push(opening) : request.client.views.open(opening));
}
