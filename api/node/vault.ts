import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { CrmError } from "#core/errors.ts";
import type { Vault } from "#core/ports/vault.ts";

const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM under a key derived from SECRET_KEY; base64 of nonce, tag and text. */
export function openVault(secret: string): Vault {
  const key = Buffer.from(hkdfSync("sha256", secret, "rapport", "credentials at rest", 32));
  return {
    seal: async (text) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv("aes-256-gcm", key, iv);
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
    },
    open: async (sealed) => {
      const bytes = Buffer.from(sealed, "base64");
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, ivBytes));
        decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString("utf8");
      } catch {
        throw new CrmError("unavailable", "stored credentials cannot be opened: SECRET_KEY is another one than they were sealed with");
      }
    },
  };
}
