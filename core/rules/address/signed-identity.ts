import { hexHmac } from "../hmac.ts";
import { isSameSecret } from "../same-secret.ts";

/** What the business's own server signs of a web visitor, as it sends it. */
export type Claim = { externalId: string; email?: string | undefined; phone?: string | undefined };

/** The secret that an agent signs its visitors with, in hex: derived from the installation's, never stored. */
export function identitySecret(installationSecret: string, agentId: string): string {
  return hexHmac(installationSecret, `web identity ${agentId}`);
}

/** HMAC-SHA256 in hex over id, e-mail and phone, a line each; what is not given is an empty line. */
export function signIdentity(secret: string, { externalId, email = "", phone = "" }: Claim): string {
  return hexHmac(secret, [externalId, email, phone].join("\n"));
}

/** False for a claim with a line feed in it: its lines could be told apart in two ways. */
export function isSigned(secret: string, claim: Claim, signature: string): boolean {
  if (Object.values(claim).some((value) => value?.includes("\n"))) return false;
  return isSameSecret(signature.toLowerCase(), signIdentity(secret, claim));
}
