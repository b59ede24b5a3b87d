import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { identitySecret, isSigned, signIdentity } from "#core/rules/address/signed-identity.ts";

const secret = identitySecret("the secret of the installation", "agt_1");
const claim = { externalId: "user-1", email: "ana@example.com", phone: "+639171234567" };

it("is what any HMAC-SHA256 gives, in hex", () => {
  const theirs = createHmac("sha256", secret).update("user-1\nana@example.com\n+639171234567").digest("hex");

  expect(signIdentity(secret, claim)).toBe(theirs);
  expect(signIdentity(secret, { externalId: "user-1" })).toBe(createHmac("sha256", secret).update("user-1\n\n").digest("hex"));
  expect(secret).toBe(createHmac("sha256", "the secret of the installation").update("web identity agt_1").digest("hex"));
});

it("holds for what was signed, and for nothing else", () => {
  const signature = signIdentity(secret, claim);

  expect(isSigned(secret, claim, signature)).toBe(true);
  expect(isSigned(secret, claim, signature.toUpperCase())).toBe(true);
  for (const other of [
    { externalId: "user-2" },
    { email: "bea@example.com" },
    { email: undefined },
    { phone: undefined },
    { phone: "+639171234568" },
  ]) {
    expect(isSigned(secret, { ...claim, ...other }, signature)).toBe(false);
  }
  expect(isSigned(secret, claim, signature.slice(1))).toBe(false);
  expect(isSigned(secret, claim, "")).toBe(false);
  expect(isSigned(identitySecret("the secret of the installation", "agt_2"), claim, signature)).toBe(false);
});

it("does not let a line be moved into another", () => {
  const signature = signIdentity(secret, { externalId: "user-1", email: "ana@example.com" });

  expect(isSigned(secret, { externalId: "user-1\nana@example.com", email: "" }, signature)).toBe(false);
});
