import type { LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { CrmError } from "#core/errors.ts";
import { isPublicAddress } from "./addresses.ts";

/**
 * Resolves names for connections, and lets through none that leads to a private address. The connection is made to the very
 * addresses that were checked, so a name that resolves differently a moment later (DNS rebinding) gains nothing.
 */
export function publicLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, "");
      const addresses = typeof found === "string" ? [] : found;
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address))) return callback(privateName(), "");
      if (options.all) return callback(null, addresses satisfies LookupAddress[]);
      callback(null, first.address, first.family);
    });
}

function privateName(): CrmError {
  return new CrmError("forbidden", "the address is not fetched: its name leads into a private network: ALLOW_PRIVATE_TARGETS=on permits that");
}
