import { existsSync } from "node:fs";
import { join } from "node:path";
import { fail } from "#core/errors.ts";
import { suppressionHash } from "#core/rules/address/suppression.ts";
import type { KeyLosses, SecretKeyCheck } from "#db/secret-key.ts";
import type { Env } from "../env.ts";
import { secretFile } from "./secret-file.ts";
import { openVault } from "./vault.ts";

const anew = "if it is lost for good, npm run new-secret-key starts anew without them";
const lost = "without it stored credentials cannot be opened and suppressions not be recognized";

/**
 * The secret key of the installation, made on the first start. Throws on one line, before anything is served or made, when
 * the key is missing or is another one beside what is stored under it.
 */
export async function openSecretKey({ SECRET_KEY, DATA_DIR }: Pick<Env, "SECRET_KEY" | "DATA_DIR">, check: SecretKeyCheck): Promise<string> {
  const path = join(DATA_DIR, "secret.key");
  const source = SECRET_KEY === undefined ? path : "SECRET_KEY of the environment";
  const isNeeded = await check.isNeeded();
  if (SECRET_KEY === undefined && isNeeded && !existsSync(path)) {
    return fail("unavailable", `${path} is missing: ${lost}. Put it back from a backup, or set SECRET_KEY to the key that was used before; ${anew}`);
  }
  const secret = SECRET_KEY ?? secretFile(DATA_DIR, "secret.key").secret;
  const own = checkOf(secret);
  const known = await check.find();
  if (known === own) return secret;
  if (isNeeded && !(known === null && (await opens(secret, check)))) {
    return fail("unavailable", `${source} is not the key that this database was used with: ${lost}. Put the former key back, from a backup; ${anew}`);
  }
  await check.save(own);
  return secret;
}

function checkOf(secret: string): string {
  return suppressionHash(secret, "check of the secret key");
}

export type KeyReplacement = { losses: KeyLosses; isKnown: boolean };

/**
 * Takes the secret key that is there, or a new one where there is none, in place of one that is lost for good. Without
 * `confirmed` nothing is changed. `isKnown`: the key that is there is the one that the database was used with, and stays.
 */
export async function takeNewSecretKey(
  { SECRET_KEY, DATA_DIR }: Pick<Env, "SECRET_KEY" | "DATA_DIR">,
  check: SecretKeyCheck,
  { confirmed, now }: { confirmed: boolean; now: number },
): Promise<KeyReplacement> {
  const losses = await check.countLosses();
  const isThere = SECRET_KEY !== undefined || existsSync(join(DATA_DIR, "secret.key"));
  const there = isThere ? (SECRET_KEY ?? secretFile(DATA_DIR, "secret.key").secret) : null;
  const known = await check.find();
  const isKnown = there !== null && (known === null ? await opens(there, check) : known === checkOf(there));
  if (isKnown || !confirmed) return { losses, isKnown };
  await check.startAnew(checkOf(there ?? secretFile(DATA_DIR, "secret.key").secret), now);
  return { losses, isKnown };
}

/** Whether the key opens what an earlier version has sealed, which kept no check of its key. */
async function opens(secret: string, check: SecretKeyCheck): Promise<boolean> {
  const sealed = await check.sealedCredential();
  if (sealed === null) return true;
  return openVault(secret)
    .open(sealed)
    .then(
      () => true,
      () => false,
    );
}
