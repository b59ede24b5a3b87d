import { describe, expect, it } from "vitest";
import { redact, redactedLog } from "#bots/channels/redact.ts";

const token = "7000000001:AAF-fake_fake";

describe("redacting", () => {
  it("takes every secret out of a text, also as a URL writes it", () => {
    const text = `GET https://api.telegram.org/bot${token}/getMe and bot${encodeURIComponent(token)}, with hook-secret`;

    expect(redact(text, [token, "hook-secret"])).toBe("GET https://api.telegram.org/bot[redacted]/getMe and bot[redacted], with [redacted]");
  });

  it("leaves ordinary words alone, whatever the secrets", () => {
    expect(redact("a room for two", ["", "a"])).toBe("a room for two");
  });

  it("takes them out of all that is logged", () => {
    const lines: unknown[] = [];
    const note = (fields: unknown, message: string) => void lines.push([fields, message]);
    const log = redactedLog({ info: note, warn: note, error: note }, [token]);

    log.info({ at: 1, detail: `bot${token}` }, "connected");
    log.warn({}, `bot${token} failed`);
    log.error({ detail: token }, token);

    expect(lines).toEqual([
      [{ at: 1, detail: "bot[redacted]" }, "connected"],
      [{}, "bot[redacted] failed"],
      [{ detail: "[redacted]" }, "[redacted]"],
    ]);
  });
});
