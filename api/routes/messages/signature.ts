import { invalidField } from "#core/errors.ts";
import type { ChannelName } from "#core/model/vocabulary.ts";
import { type Claim, isSigned } from "#core/rules/address/signed-identity.ts";

type Signed = Claim & { signature?: string | undefined; verified?: ("email" | "phone")[] | undefined };

/**
 * A sender with what a signature vouches for: the e-mail and phone of a web visitor are verified when the business's own
 * server has signed them. A wrong signature is refused, so that nobody claims what is another's from a browser.
 */
export function withSignature<F extends Signed>(secret: () => string, channel: ChannelName, { signature, ...from }: F): Omit<F, "signature"> {
  if (signature === undefined) return from;
  if (channel !== "web") throw invalidField("/from/signature", "goes with the channel web alone");
  if (!isSigned(secret(), from, signature)) {
    throw invalidField("/from/signature", "is not that of this externalId, email and phone; sign what is sent, with the secret of this agent");
  }
  const signed = (["email", "phone"] as const).filter((kind) => from[kind] !== undefined);
  return { ...from, verified: [...new Set([...(from.verified ?? []), ...signed])] };
}
