import type { Context as HonoContext } from "hono";
import type { KeyRecord } from "#core/model/records.ts";
import type { Scope } from "#core/model/vocabulary.ts";
import type { Context, IdempotencyRequest } from "#core/ports/context.ts";

import type { BackgroundServices } from "./background.ts";

/** One operation of the document, as the middleware of all requests needs it. */
export type ApiOperation = {
  id: string;
  scope: Scope;
  defaultAgentOnly: boolean;
  /** What the audit log calls it; null: it leaves no line. */
  auditAction: string | null;
  /** Place of the first parameter among the segments of its path under /v1, which names what it is about; -1: there is none. */
  subjectAt: number;
  /** Its answer holds a secret that is shown once: the answer is never stored. */
  showsSecret: boolean;
};

/** What middleware puts at the handlers' disposal. */
export type Variables = {
  requestId: string;
  key: KeyRecord;
  ctx: Context;
  /** The background services of this process; the API alone runs without them. */
  background?: BackgroundServices;
  /** Set when the request carries an Idempotency-Key. */
  idempotency?: Omit<IdempotencyRequest, "answer">;
  /** What the document says about this request; null: there is nothing at its path. */
  operation: ApiOperation | null;
  /** What the agent's web visitors are signed with, never stored. */
  identitySecret(): string;
  /** What cursors of lists are sealed with. */
  cursorSecret: string;
  /** The list that this request reads; there as soon as it has asked for a page. */
  listName: string;
  /** Removes entries from the key cache that a change has made wrong. */
  clearKeyCache(): void;
};

export type ApiEnv = { Variables: Variables };
export type ApiContext = HonoContext<ApiEnv>;
