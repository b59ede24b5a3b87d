import { GrammyError, HttpError } from "grammy";
import { describe, expect, it } from "vitest";
import { callFailure, describe as describeError, sendFailure } from "#bots/channels/telegram/errors.ts";
import { TransportError } from "#bots/channels/transport.ts";

const now = 1_790_000_000_000;
const token = "7000000001:AAF-fake";

function answered(code: number, description: string, parameters: { retry_after?: number; migrate_to_chat_id?: number } = {}) {
  return new GrammyError("Call failed!", { ok: false, error_code: code, description, parameters }, "sendMessage", {
    chat_id: 1,
    text: "secret words",
  });
}
const failed = (error: unknown) => new HttpError("Network request for 'sendMessage' failed!", error);

describe("a send that threw", () => {
  it.each([
    [403, "Forbidden: bot was blocked by the user", "blocked"],
    [403, "Forbidden: user is deactivated", "blocked"],
    [403, "Forbidden: bot can't initiate conversation with a user", "blocked"],
    [403, "Forbidden: bot can't send messages to bots", "blocked"],
    [400, "Bad Request: USER_IS_BLOCKED", "blocked"],
    [400, "Bad Request: INPUT_USER_DEACTIVATED", "blocked"],
    [400, "Bad Request: chat not found", "no_chat"],
    [400, "Bad Request: PEER_ID_INVALID", "no_chat"],
    [400, "Bad Request: group chat was upgraded to a supergroup chat", "no_chat"],
    [400, "Bad Request: message is too long", "invalid_message"],
    [400, "Bad Request: wrong file identifier/HTTP URL specified", "invalid_message"],
    [413, "Request Entity Too Large", "invalid_message"],
    [401, "Unauthorized", "unauthorized"],
    [404, "Not Found", "unauthorized"],
  ])("%i %s: refused for good, %s", (code, description, reason) => {
    expect(sendFailure(answered(code, description), now)).toEqual({ outcome: "refused", reason, retryAt: null });
  });

  it.each([
    [{ retry_after: 35 }, 35_000],
    [{}, 1_000],
  ])("429 with %o: refused until exactly then", (parameters, ms) => {
    expect(sendFailure(answered(429, "Too Many Requests", parameters), now)).toEqual({
      outcome: "refused",
      reason: "rate_limited",
      retryAt: now + ms,
    });
  });

  it("refused, to be tried later, when nothing was written", () => {
    expect(sendFailure(failed(new TransportError("no_connection", false)), now)).toEqual({
      outcome: "refused",
      reason: "unreachable",
      retryAt: now + 10_000,
    });
  });

  it.each([
    ["500", answered(500, "Internal Server Error"), "server_error"],
    ["an answer without a code", answered(Number.NaN, ""), "unreadable_answer"],
    ["502 of a proxy", failed(new TransportError("server_error", true)), "server_error"],
    ["a page that is no JSON", failed(new TransportError("unreadable_answer", true)), "unreadable_answer"],
    ["a connection lost on the way", failed(new TransportError("connection_lost", true)), "connection_lost"],
    ["grammY's time limit", failed(new Error("Request to 'sendMessage' timed out after 20 seconds")), "timeout"],
    ["an answer that is null", new TypeError("Cannot read properties of null"), "unreadable_answer"],
  ])("unknown after %s", (_story, error, reason) => {
    expect(sendFailure(error, now)).toEqual({ outcome: "unknown", reason });
  });
});

describe("a call that threw", () => {
  it.each([
    [answered(401, "Unauthorized"), { kind: "unauthorized" }],
    [answered(404, "Not Found"), { kind: "unauthorized" }],
    [answered(409, "Conflict: terminated by other getUpdates request"), { kind: "conflict", detail: "another process polls this bot" }],
    [answered(409, "Conflict: can't use getUpdates method while webhook is active"), { kind: "conflict", detail: "a webhook is set elsewhere" }],
    [answered(429, "Too Many Requests", { retry_after: 5 }), { kind: "rate_limited", retryAfterMs: 5_000 }],
    [answered(502, "Bad Gateway"), { kind: "disconnected", detail: "Telegram answered 502" }],
    [failed(new TransportError("no_connection", false)), { kind: "disconnected", detail: "no_connection" }],
    [failed(new Error("Request to 'getUpdates' timed out after 45 seconds")), { kind: "disconnected", detail: "timeout" }],
  ])("%s", (error, failure) => {
    expect(callFailure(error)).toEqual(failure);
  });
});

describe("what the log says of an error", () => {
  it("is what the platform said, without the request", () => {
    expect(describeError(answered(400, "Bad Request: message is too long"))).toBe("400 Bad Request: message is too long");
  });

  it("is never an error's own words, which may hold the token", () => {
    const error = failed(new Error(`request to https://api.telegram.org/bot${token}/sendMessage failed`));

    expect(describeError(error)).toBe("unforeseen");
  });
});
