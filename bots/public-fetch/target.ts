import { isIP } from "node:net";
import { fail } from "#core/errors.ts";
import type { PublicRequest } from "#core/ports/fetch-public.ts";
import { isPublicAddress } from "./addresses.ts";

/** What decides whether an address may be fetched. */
export type TargetPolicy = Pick<PublicRequest, "hosts" | "trustedOrigin"> & { allowPrivate: boolean };

/** Names of the own machine and of local networks (RFC 6761, RFC 6762, RFC 8375, and ICANN's .internal). */
const localNames = /(?:^|\.)(?:localhost|local|internal|lan|home|corp|home\.arpa|onion|invalid)$/;

/**
 * The address, when nothing in it forbids to fetch it; where its name leads is checked when it is connected to. The URL parser has
 * turned every form of an IPv4 address, like 0x7f.1 or 2130706433, into four decimal numbers. Throws CrmError `forbidden`.
 */
export function checkedTarget(text: string, { hosts, trustedOrigin, allowPrivate }: TargetPolicy): URL {
  const url = URL.parse(text) ?? refuse("it is no whole address");
  if (url.protocol !== "https:" && url.protocol !== "http:") refuse("it is not http or https");
  if (url.username !== "" || url.password !== "") refuse("it holds a user name or a password");
  if (isTrusted(url, trustedOrigin)) return url;
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const isPrivate = isIP(host) === 0 ? isLocalName(host) : !isPublicAddress(host);
  if (isPrivate && !allowPrivate) refuse("it leads into a private network: ALLOW_PRIVATE_TARGETS=on permits that");
  if (hosts !== undefined && !isPrivate && !isAmong(url, host, hosts)) refuse("it is not an address of the platform");
  return url;
}

/** Whether the operator has set this address, with its scheme and port. */
export function isTrusted(url: URL, trustedOrigin: string | undefined): boolean {
  return trustedOrigin !== undefined && url.origin === trustedOrigin;
}

/** A name without a dot is one of the local network. */
function isLocalName(host: string): boolean {
  return !host.includes(".") || localNames.test(host);
}

function isAmong({ protocol, port }: URL, host: string, hosts: readonly string[]): boolean {
  return protocol === "https:" && port === "" && hosts.some((each) => host === each || host.endsWith(`.${each}`));
}

/** The reason names no address, which may hold a secret. */
export function refuse(why: string): never {
  return fail("forbidden", `the address is not fetched: ${why}`);
}
