import type { webApi } from "@slack/bolt";
import type { KnownBlock, ModalView, SlackEvent } from "@slack/types";
import type { PostKind, Role, StaffRecord, WorkspaceRecord } from "#core/model/staff.ts";
import type { Context } from "#core/ports/context.ts";
import type { StaffChat } from "#core/ports/staff-chat.ts";

export type WebClient = webApi.WebClient;

/** Where somebody pressed: the message, and the thread it stands in. */
export type Place = { channelId: string; ts: string; threadTs: string | null };

/** A line that its reader alone sees, or blocks with that line as what notifications show. */
export type Answer = string | { text: string; blocks: KnownBlock[] };

/** A known member of staff at work, whose role has just been read. */
export type Acting = {
  /** As the member of staff: what is committed goes into the audit log, and once only however often Slack sends the call. */
  ctx: Context;
  staff: StaffRecord;
  workspace: WorkspaceRecord;
  client: WebClient;
  /** Their Slack user id. */
  userId: string;
  staffChat: StaffChat;
  /** Answers them alone. */
  respond(answer: Answer): Promise<void>;
};

/** A button was pressed, an option or a date was chosen. */
export type Press = Acting & {
  /** Of the button, or of what was chosen: ids and fingerprints, never texts. */
  value: string;
  /** Null: in a modal or on the Home tab. */
  place: Place | null;
  /** The modal it was pressed in, and what its inputs hold. */
  view: OpenView | null;
  triggerId: string;
  /** Where Slack takes later answers to this press; null: on the Home tab and in modals. */
  responseUrl: string | null;
  /** Writes other blocks in the place of those that hold the button, also where only one person sees them. */
  replace(answer: Answer): Promise<void>;
};

export type OpenView = { id: string; hash: string; metadata: string; values: InputValues };

/** What the inputs of a view hold: block id → action id → text, option, date or list. */
export type InputValues = Readonly<Record<string, Readonly<Record<string, InputValue>>>>;
export type InputValue = string | readonly string[] | null;

/** `/people WORD words`. */
export type Call = Acting & { words: string; channelId: string; triggerId: string; responseUrl: string };

/** A modal was sent. */
export type Submission = Acting & { metadata: string; values: InputValues; viewId: string; triggerId: string };

/** Faults by block id, another view in the place of this one or on top of it, or all views closed; nothing: this one closes. */
export type SubmissionAnswer = { errors: Record<string, string> } | { update: ModalView } | { push: ModalView } | { clear: true } | undefined;

/** One button. `audit` like `followup.approve` names it in the log; the subject is the id that the value begins with. */
export type Action = { id: string; role: Role; audit: string; run(press: Press): Promise<void> };

/** One word after `/people`. */
export type Command = { word: string; role: Role; help: string; run(call: Call): Promise<void> };

export type ModalHandler = { callbackId: string; role: Role; audit: string; run(submission: Submission): Promise<SubmissionAnswer> };

/** What we listen to. */
export type Heard = "message" | "app_home_opened" | "app_mention" | "member_joined_channel" | "app_uninstalled" | "tokens_revoked";

/** Something happened in Slack. `acting` null: by somebody who is not on the staff, or by nobody. */
export type Happening<T extends Heard> = {
  event: Extract<SlackEvent, { type: T }>;
  acting: Acting | null;
  /** As the system. */
  ctx: Context;
  workspace: WorkspaceRecord;
  client: WebClient;
  staffChat: StaffChat;
  /** Asks Slack whether it takes our token: when it does not, the workspace and readiness say so. */
  knock(): Promise<void>;
};

/** What is known of a happening before anybody asks Slack who did it. */
export type Glimpse<T extends Heard> = Pick<Happening<T>, "event" | "ctx" | "workspace">;

/** `concerns`: what is none of our business costs no call of Slack's. Without it everything is. */
export type EventHandler = {
  [T in Heard]: { type: T; concerns?(seen: Glimpse<T>): Promise<boolean>; run(happening: Happening<T>): Promise<void> };
}[Heard];

/** What a card shows now. */
export type Card = {
  /** Whose data it shows: it goes with the contact. */
  contactId: string | null;
  /** What notifications show, in place of the blocks. */
  text: string;
  blocks: KnownBlock[];
  /** False: nobody has to see it who does not yet. One that is there is brought up to date. */
  isWanted: boolean;
};

/** Reads a record and builds its card; null: the record is gone. */
export type CardBuilder = (ctx: Context, subjectId: string) => Promise<Card | null>;

export type CardBuilders = Readonly<Record<string, CardBuilder>>;

/** A card that comes by the clock: `subjectAt` names what is due in a workspace at an instant (ms), or null. */
export type DueCard = { kind: PostKind; subjectAt(workspace: WorkspaceRecord, timeZone: string, now: number): string | null };

/** What one noun adds to the Slack app. */
export type StaffFeature = {
  /** Cards by the kind of record that they show. */
  cards?: CardBuilders;
  dueCards?: readonly DueCard[];
  commands?: readonly Command[];
  actions?: readonly Action[];
  modals?: readonly ModalHandler[];
  events?: readonly EventHandler[];
  /** The records of a kind that wait for a decision: a workspace that can be reached again gets the cards it lacks. */
  undecided?: Readonly<Record<string, (ctx: Context) => Promise<readonly { id: string }[]>>>;
  /** Runs after each press and each modal that somebody has sent. */
  afterCall?(call: Pick<Acting, "ctx" | "workspace" | "client" | "userId">): Promise<void>;
};

/** All features in one, in their order. */
export type RegisteredFeatures = Required<Omit<StaffFeature, "afterCall">> & { afterCalls: readonly NonNullable<StaffFeature["afterCall"]>[] };

export function joinFeatures(features: readonly StaffFeature[]): RegisteredFeatures {
  return {
    cards: Object.assign({}, ...features.map(({ cards }) => cards)),
    dueCards: features.flatMap(({ dueCards = [] }) => dueCards),
    commands: features.flatMap(({ commands = [] }) => commands),
    actions: features.flatMap(({ actions = [] }) => actions),
    modals: features.flatMap(({ modals = [] }) => modals),
    events: features.flatMap(({ events = [] }) => events),
    undecided: Object.assign({}, ...features.map(({ undecided }) => undecided)),
    afterCalls: features.flatMap(({ afterCall }) => afterCall ?? []),
  };
}

/** Opens a modal, or puts it on top of the one the button is in. Within 3 s of the press (https://docs.slack.dev/surfaces/modals). */
export async function openModal(acting: Pick<Press, "client" | "triggerId"> & { view?: OpenView | null }, view: ModalView): Promise<void> {
  const opening = { trigger_id: acting.triggerId, view };
  await (acting.view ? acting.client.views.push(opening) : acting.client.views.open(opening));
}
