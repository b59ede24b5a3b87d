import { invalidField } from "#core/errors.ts";
import { hexHmac } from "#core/rules/hmac.ts";
import { isSameSecret } from "#core/rules/same-secret.ts";
import type { ApiContext } from "../types.ts";

/** The secret that cursors are sealed with: derived from the installation's, never stored. */
export function cursorSecret(installationSecret: string): string {
  return hexHmac(installationSecret, "list cursors");
}

/** A hexadecimal seal of 128 bits after the cursor's own text. */
const sealed = /^(.+)\.([0-9a-f]{32})$/s;

/**
 * Names the list that the request reads: the agent, the path, and the query without what only says which part is wanted.
 * `filter` is that query as the schema has read it.
 */
export function nameList(c: ApiContext, filter: Readonly<Record<string, unknown>>): void {
  const given = Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1));
  c.set("listName", JSON.stringify([c.var.ctx.store.agentId, c.req.path.replace(/\/+$/, ""), given]));
}

/** The store's cursor with its seal, so that it is accepted by the list it was made for and by no other. */
export function sealCursor(c: ApiContext, cursor: string | null): string | null {
  return cursor === null ? null : `${cursor}.${sealOf(c, cursor)}`;
}

/** The store's cursor again; `invalid` at `cursor` when it comes from another list or was changed. */
export function openCursor(c: ApiContext, given: string): string {
  const [, cursor = "", seal = ""] = sealed.exec(given) ?? [];
  if (isSameSecret(seal, sealOf(c, cursor))) return cursor;
  throw invalidField("/cursor", "is not a cursor of this list: leave it out to start again");
}

function sealOf(c: ApiContext, cursor: string): string {
  const { cursorSecret: secret, listName } = c.var;
  return hexHmac(secret, `${listName}\n${cursor}`).slice(0, 32);
}
