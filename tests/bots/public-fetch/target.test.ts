import { describe, expect, it } from "vitest";
import { checkedTarget, type TargetPolicy } from "#bots/public-fetch/target.ts";

const policy: TargetPolicy = { allowPrivate: false };
const isAllowed = (url: string, given: Partial<TargetPolicy> = {}) => {
  try {
    checkedTarget(url, { ...policy, ...given });
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: "forbidden", message: expect.stringMatching(/^the address is not fetched: /) });
    return false;
  }
};

/** What leads into a private network by its form alone. */
const privateAddresses = [
  "http://127.0.0.1/",
  "https://127.0.0.1:8443/hook",
  "http://127.255.255.254/",
  "http://127.1/",
  "http://127.0.1/",
  "http://2130706433/",
  "http://0x7f000001/",
  "http://0x7f.0.0.1/",
  "http://0x7f.1/",
  "http://017700000001/",
  "http://0177.0.0.1/",
  "http://①②⑦.⓪.⓪.①/",
  "http://%31%32%37.0.0.1/",
  "http://127.0.0.1./",
  "http://0.0.0.0/",
  "http://0/",
  "http://10.0.0.1/",
  "http://10.255.255.255/",
  "http://167772161/",
  "http://172.16.0.1/",
  "http://172.31.255.255/",
  "http://192.168.0.1/",
  "http://192.168.257/",
  "http://169.254.169.254/latest/meta-data/",
  "http://2852039166/",
  "http://0xa9fea9fe/",
  "http://100.64.0.1/",
  "http://100.127.255.255/",
  "http://192.0.0.1/",
  "http://192.0.2.1/",
  "http://192.88.99.1/",
  "http://198.18.0.1/",
  "http://198.51.100.7/",
  "http://203.0.113.9/",
  "http://224.0.0.1/",
  "http://239.255.255.255/",
  "http://240.0.0.1/",
  "http://255.255.255.255/",
  "http://[::]/",
  "http://[::1]/",
  "http://[0:0:0:0:0:0:0:1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::ffff:7f00:1]/",
  "http://[::ffff:8.8.8.8]/",
  "http://[::ffff:0:127.0.0.1]/",
  "http://[::127.0.0.1]/",
  "http://[64:ff9b::127.0.0.1]/",
  "http://[64:ff9b::8.8.8.8]/",
  "http://[64:ff9b:1::7f00:1]/",
  "http://[2002:7f00:1::]/",
  "http://[2002:a00:1::1]/",
  "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
  "http://[2001:db8::1]/",
  "http://[3fff::1]/",
  "http://[100::1]/",
  "http://[fe80::1]/",
  "http://[fec0::1]/",
  "http://[fc00::1]/",
  "http://[fd12:3456:789a::1]/",
  "http://[fd00:ec2::254]/latest/meta-data/",
  "http://[ff02::1]/",
  "http://localhost/",
  "http://LOCALHOST:3000/",
  "http://localhost./",
  "http://api.localhost/",
  "http://ⓛocalhost/",
  "http://printer.local/",
  "http://printer.local./",
  "http://db.internal/",
  "http://metadata.google.internal/computeMetadata/v1/",
  "http://router.home.arpa/",
  "http://nas.lan/",
  "http://intranet/",
];

/** What is never fetched, whatever is allowed. */
const neverFetched = [
  "ftp://example.com/file",
  "file:///etc/passwd",
  "gopher://example.com/",
  "data:text/plain,hello",
  "javascript:alert(1)",
  "ws://example.com/",
  "blob:https://example.com/1",
  "https://user@example.com/",
  "https://user:password@example.com/",
  "https://:password@example.com/",
  "https://hooks.slack.com@127.0.0.1/",
  "//example.com/",
  "/etc/passwd",
  "example.com",
  "http://",
  "http://[fe80::1%25eth0]/",
  "http://1.2.3.256/",
  "http://exa mple.com/",
  "",
];

const publicAddresses = [
  "https://example.com/a.jpg",
  "http://example.com:8080/a.jpg",
  "https://example.com./a.jpg",
  "https://localhost.example.com/",
  "https://local.example.com/",
  "https://internal-tools.example.com/",
  "https://münchen.example/",
  "http://8.8.8.8/",
  "http://134744072/",
  "http://172.15.255.255/",
  "http://172.32.0.1/",
  "http://100.63.255.255/",
  "http://100.128.0.1/",
  "http://169.253.255.255/",
  "http://192.169.0.1/",
  "http://198.20.0.1/",
  "http://223.255.255.255/",
  "http://[2606:4700::6810:84e5]/",
  "http://[2a00:1450:4001:80b::200e]/",
];

describe("an address from outside", () => {
  it.each(privateAddresses)("%s is private", (url) => {
    expect(isAllowed(url)).toBe(false);
    expect(isAllowed(url, { allowPrivate: true })).toBe(true);
  });

  it.each(neverFetched)("%j is never fetched", (url) => {
    expect([isAllowed(url), isAllowed(url, { allowPrivate: true })]).toEqual([false, false]);
  });

  it.each(publicAddresses)("%s is public", (url) => {
    expect(isAllowed(url)).toBe(true);
  });
});

describe("an address of one platform", () => {
  const hosts = ["slack.com", "slack-gov.com"];

  it.each(["https://hooks.slack.com/actions/T1/2/x", "https://slack.com/", "https://files.slack.com./upload", "https://hooks.slack-gov.com/x"])(
    "%s is one of its own",
    (url) => {
      expect(isAllowed(url, { hosts })).toBe(true);
    },
  );

  it.each([
    "https://example.com/actions",
    "https://evilslack.com/",
    "https://slack.com.example.com/",
    "https://hooks.slack.com.evil.example/",
    "http://hooks.slack.com/actions",
    "https://hooks.slack.com:8443/actions",
    "https://example.com/?https://hooks.slack.com/",
    "https://example.com/#.slack.com",
    "https://example.com\\.slack.com/",
    "http://127.0.0.1/",
  ])("%s is none", (url) => {
    expect(isAllowed(url, { hosts })).toBe(false);
  });

  it("may be a private one where the operator allows those, and a public one never", () => {
    expect(isAllowed("http://127.0.0.1:9999/respond", { hosts, allowPrivate: true })).toBe(true);
    expect(isAllowed("https://example.com/respond", { hosts, allowPrivate: true })).toBe(false);
  });
});

describe("an address that the operator has set", () => {
  const trustedOrigin = "http://127.0.0.1:8081";

  it("is not checked, with its scheme and port", () => {
    expect(isAllowed("http://127.0.0.1:8081/file/bot1/photo.jpg", { trustedOrigin, hosts: ["slack.com"] })).toBe(true);
  });

  it.each(["http://127.0.0.1:8082/", "https://127.0.0.1:8081/", "http://127.0.0.1/", "http://localhost:8081/", "http://user@127.0.0.1:8081/"])(
    "is not %s",
    (url) => {
      expect(isAllowed(url, { trustedOrigin })).toBe(false);
    },
  );
});
