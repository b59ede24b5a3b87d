import type { z } from "zod";
import type { ChannelName } from "./vocabulary.ts";

/** One account on a chat platform that an agent has connected. */
export type ConnectionRecord = {
  id: string;
  agentId: string;
  channel: ChannelName;
  account: string;
  /** The channel definition that opens it; null: the one that is named like the channel. */
  via: string | null;
  /** The account's credentials, encrypted with SECRET_KEY; null: they are in the environment. */
  sealed: string | null;
  createdBy: string;
  createdAt: number;
};

/** What `sealed` is when its secret key is lost for good: the account, or workspace, is to be connected again. */
export const lostCredentials = "";

/** An update that could not be handled: it is set aside for a person, so that it does not block later updates. */
export type PoisonRecord = {
  id: string;
  agentId: string;
  channel: ChannelName;
  account: string;
  /** The sender's platform id, where the update names one: the row is deleted with the contact. */
  senderId: string | null;
  code: string;
  payload: unknown;
  receivedAt: number;
};

/** The credentials of an account: each value is a text that a schema checks, and is secret or not. */
export type CredentialFields = Readonly<Record<string, { schema: z.ZodType<string | undefined>; isSecret: boolean }>>;

/** Variables of the environment, each with the lines that explain it in .env.example. */
export type EnvironmentVariables = Readonly<Record<string, { schema: z.ZodType<string | undefined>; help: string }>>;

/** Values by the names of their fields or variables. */
export type FieldValues = Readonly<Record<string, string | undefined>>;

/** The values of these fields after their schemas have validated them. */
export type ValuesOf<Fields extends Readonly<Record<string, { schema: z.ZodType<string | undefined> }>>> = {
  readonly [Name in keyof Fields]: z.output<Fields[Name]["schema"]>;
};
