import type { ChannelName } from "./vocabulary.ts";

/** One account on a chat platform that an agent has connected. */
export type ConnectionRecord = {
  id: string;
  agentId: string;
  channel: ChannelName;
  account: string;
  /** What the platform gave us to act for the account, encrypted with SECRET_KEY; null: it stands in the environment. */
  sealed: string | null;
  createdBy: string;
  createdAt: number;
};

/** An update that could not be taken: kept for a person to look at, so that it blocks nobody behind it. */
export type PoisonRecord = {
  id: string;
  agentId: string;
  channel: ChannelName;
  account: string;
  /** The sender's platform id, where the update names one: it goes with the contact. */
  senderId: string | null;
  code: string;
  payload: unknown;
  receivedAt: number;
};
