import type { Context as HonoContext } from "hono";
import type { KeyRecord } from "#core/model/records.ts";
import type { Context, IdempotencyRequest } from "#core/ports/context.ts";

import type { BackgroundServices } from "./background.ts";

/** What middleware puts at the handlers' disposal. */
export type Variables = {
  requestId: string;
  key: KeyRecord;
  ctx: Context;
  /** What moves in this process; the API alone runs without. */
  background?: BackgroundServices;
  /** Set when the request carries an Idempotency-Key. */
  idempotency?: Omit<IdempotencyRequest, "answer">;
  /** The key that this request may hand out, never stored (see idempotency.ts). */
  newKey(): Promise<string>;
  /** What the agent's web visitors are signed with, never stored. */
  identitySecret(): string;
  /** Answers of the key cache that a change has made wrong. */
  forgetKeys(): void;
};

export type ApiEnv = { Variables: Variables };
export type ApiContext = HonoContext<ApiEnv>;
