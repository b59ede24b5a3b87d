import type { ErrorCode } from "#core/errors.ts";
import type { FetchPublic } from "./fetch-public.ts";
import type { Wait } from "./wait.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a channel logs: ids, codes and counts. No secret, nothing a customer wrote. */
export type ChannelLog = {
  info(fields: Fields, message: string): void;
  warn(fields: Fields, message: string): void;
  error(fields: Fields, message: string): void;
};

/** Why an update can never be stored: it cannot be read, the core refuses it, or storing it fails every time. */
export type PoisonCode = "unreadable" | "failing" | ErrorCode;

/** Sets a poison message aside; the update counts as durable once this resolves. */
export type OnPoison = (update: unknown, code: PoisonCode) => Promise<void>;

/** The options with which every channel is opened. */
export type ChannelOptions = {
  /** Our account on the platform, as identities name it. */
  account: string;
  /** Ms since 1970. */
  now(): number;
  wait: Wait;
  onPoison: OnPoison;
  /** Hears the kind of every update that is left out, a word of the platform without personal data. */
  onIgnored?(kind: string): void;
  /** For every address that the platform, a customer or a user names. */
  fetchPublic: FetchPublic;
  log: ChannelLog;
};
