import type { ConnectionRecord } from "#core/model/connection.ts";
import type { AuditRecord } from "#core/model/staff.ts";
import type { ChannelRules } from "./channel-rules.ts";
import type { Directory, Store } from "./store.ts";

/** Who acts: a key, a member of staff, a channel, or the system itself. `id` goes into records, never a name. */
export type Actor = { kind: "key" | "staff" | "channel" | "system"; id: string };

/** Prefixes of ids, as contract.md names them. */
export type IdPrefix =
  | "agt"
  | "key"
  | "con"
  | "idn"
  | "cnv"
  | "msg"
  | "act"
  | "adj"
  | "stg"
  | "edt"
  | "trn"
  | "tag"
  | "not"
  | "brn"
  | "chn"
  | "dlv"
  | "psn"
  | "op"
  | "cns"
  | "fup"
  | "stf"
  | "wsp"
  | "pst"
  | "aud"
  | "tpl"
  | "crd"
  | "mrg"
  | "prp"
  | "pln"
  | "imp"
  | "seg"
  | "alt"
  | "cvd";

/** A POST with an Idempotency-Key: its answer is stored in the commit that has its effect. */
export type IdempotencyRequest = {
  keyHash: string;
  requestHash: string;
  /** The API key that sent the request: nobody else gets the answer, and it is deleted when the key is revoked. */
  ownerId: string;
  /** The answer to store: `contactId` says whose data is in it. `body` null: it shows a secret and is not stored. */
  answer(result: unknown): { status: number; body: string | null; contactId: string | null };
};

/** A line of the audit log to come: ids and closed words, nobody's words. */
export type AuditedAction = {
  action: string;
  subjectId: string | null;
  /** Names the subject by the result where the request does not: something new. */
  subjectOf?: ((result: unknown) => string | null) | undefined;
  detail?: AuditRecord["detail"] | undefined;
  /** Called when a change set takes the line. */
  saved?: (() => void) | undefined;
};

/** All that a use case may reach. Bound to one agent by its store. */
export type Context = {
  readonly store: Store;
  readonly directory: Directory;
  readonly actor: Actor;
  /** Ms since 1970. */
  now(): number;
  /** Prefixed, sortable, unique. */
  newId(prefix: IdPrefix): string;
  /** HMAC in hex under the installation's secret key: the same text gives the same hash, and nobody without the key can tell which. */
  keyedHash(text: string): string;
  /** What the platform of a connection lets us do; null: this version of the product has no such channel. */
  channelRules(connection: Pick<ConnectionRecord, "channel" | "via">): ChannelRules | null;
  /** A UUIDv7, for what goes to the queue. */
  newUuid(): string;
  /** Random backoff before a retry; it grows with each attempt that lost a race. */
  pause(attempt: number): Promise<void>;
  /** Runs `work` after the events that have already arrived, so that their requests can join a batch. */
  defer(work: () => void): void;
  /** Waits about a millisecond, so that requests on their way can join a batch. */
  batchingDelay(): Promise<void>;
  /** The Idempotency-Key of the request, if it has one. */
  readonly idempotency?: IdempotencyRequest | undefined;
  /** What staff or a key is doing: saved in the audit log in the commit that has the effect. */
  readonly audit?: AuditedAction | undefined;
};
