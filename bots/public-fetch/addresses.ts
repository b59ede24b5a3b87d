import { BlockList, isIP, isIPv6 } from "node:net";

/** Networks that are not the public internet (https://www.iana.org/assignments/iana-ipv4-special-registry). */
const specialV4 = [
  ["0.0.0.0", 8], // this network
  ["10.0.0.0", 8], // private
  ["100.64.0.0", 10], // carrier-grade NAT
  ["127.0.0.0", 8], // loopback
  ["169.254.0.0", 16], // link-local, with the metadata services of clouds
  ["172.16.0.0", 12], // private
  ["192.0.0.0", 24], // protocol assignments
  ["192.0.2.0", 24], // documentation
  ["192.31.196.0", 24], // AS112
  ["192.52.193.0", 24], // AMT
  ["192.88.99.0", 24], // 6to4 relays
  ["192.168.0.0", 16], // private
  ["192.175.48.0", 24], // AS112
  ["198.18.0.0", 15], // benchmarking
  ["198.51.100.0", 24], // documentation
  ["203.0.113.0", 24], // documentation
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4], // reserved, and broadcast
] as const;

/** All of IPv6 that is public so far (https://www.iana.org/assignments/ipv6-address-space). NAT64 and mapped IPv4 lie outside. */
const publicV6 = ["2000::", 3] as const;

/** Parts of it that are not (https://www.iana.org/assignments/iana-ipv6-special-registry). */
const specialV6 = [
  ["2001::", 23], // protocol assignments: Teredo, benchmarking, ORCHID
  ["2001:db8::", 32], // documentation
  ["2002::", 16], // 6to4, which carries an IPv4 address
  ["2620:4f:8000::", 48], // AS112
  ["3fff::", 20], // documentation
  ["3ffe::", 16], // 6bone, given back
] as const;

const special = new BlockList();
for (const [network, prefix] of specialV4) special.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of specialV6) special.addSubnet(network, prefix, "ipv6");
const global = new BlockList();
global.addSubnet(...publicV6, "ipv6");

/** Whether an IP address, without brackets, is one of the public internet. What is no address is none. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  if (isIPv6(address)) return global.check(address, "ipv6") && !special.check(address, "ipv6");
  return !special.check(address, "ipv4");
}
