import type { CrmError } from "#core/errors.ts";
import type { Context } from "#core/ports/context.ts";
import { createContact } from "#core/usecases/contacts/create-contact.ts";
import { ingestMessage } from "#core/usecases/messages/ingest-message.ts";

/** One of the two things done at once. */
export type Work = (ctx: Context) => Promise<unknown>;
/** `prepare` makes what the two need and gives them. `refused`: the codes that whoever comes second may get. */
export type AbsenceRace = {
  name: string;
  prepare(ctx: Context): Promise<[Work, Work]>;
  refused?: readonly CrmError["code"][];
  /** What there is afterwards, and must be. */
  left(ctx: Context): Promise<unknown>;
  right: unknown;
};

/** More than a race makes. */
export const page = { limit: 200, cursor: null };
/** A message of a visitor to the site. */
export const writes =
  (externalId: string, from: object, text = "Hello", account = "main") =>
  (ctx: Context) =>
    ingestMessage(ctx, {
      channel: "web",
      account,
      direction: "inbound",
      author: "customer",
      origin: "api",
      externalId: null,
      from: { externalId, ...from },
      text,
      media: [],
      sentAt: null,
    });
/** A contact made by hand. */
export const creates = (given: object) => (ctx: Context) => createContact(ctx, { source: "manual", ...given });
