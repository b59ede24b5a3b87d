/** What people may do, weakest first: each may do all that the ones before may. */
export const roles = ["viewer", "agent", "manager", "admin"] as const;
export type Role = (typeof roles)[number];

export const staffStates = ["invited", "active", "removed"] as const;
export type StaffState = (typeof staffStates)[number];

/** Somebody who works for the business. `slackUserId` is set when they are known in a workspace, by e-mail or by invitation. */
export type StaffRecord = {
  id: string;
  agentId: string;
  name: string;
  email: string | null;
  role: Role;
  state: StaffState;
  slackTeamId: string | null;
  slackUserId: string | null;
  createdBy: string;
  createdAt: number;
  updatedAt: number;
};

/** A Slack workspace where the agent's staff work. `sealed` null: the tokens are those of the environment. */
export type WorkspaceRecord = {
  id: string;
  agentId: string;
  teamId: string;
  name: string;
  /** Our bot user in the workspace: its messages are never treated as those of a person. */
  botUserId: string;
  /** The channel in which cards are posted; null: none is set yet. */
  channelId: string | null;
  sealed: string | null;
  /** Local time of day of the daily digest in the agent's zone; null: none. */
  digestAt: string | null;
  /** Since when it cannot be reached, and why: an error code of Slack's. */
  brokenSince: number | null;
  brokenBecause: string | null;
  createdBy: string;
  createdAt: number;
  updatedAt: number;
};

/** What a message of ours in the staff chat is about, e.g. `followup`; the folder of bots/staff that builds the card names it. */
export type PostKind = string;

/** A message of ours in Slack: a view of a record, never the truth. `ts` null: it is being posted. */
export type PostRecord = {
  id: string;
  agentId: string;
  workspaceId: string;
  kind: PostKind;
  /** Id of the record that is shown. */
  subjectId: string;
  /** The contact whose data it shows; it is deleted with the contact. */
  contactId: string | null;
  channelId: string;
  ts: string | null;
  /** Digest of what is shown: an unchanged card is not updated. It also tells whether the card has moved to another channel. */
  shown: string | null;
  createdAt: number;
  updatedAt: number;
};

/** What a member of staff did, without any message text. */
export type AuditRecord = {
  id: string;
  agentId: string;
  at: number;
  actorKind: "key" | "staff" | "channel" | "system";
  actorId: string;
  /** Like `followup.approve`. */
  action: string;
  subjectId: string | null;
  detail: Record<string, string | number | boolean | null>;
};

/** A call of a platform that was handled. It is stored because the platform repeats the call when our answer was lost. */
export type SeenRecord = { agentId: string; id: string; at: number };
