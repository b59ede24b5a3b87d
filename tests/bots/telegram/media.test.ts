import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CrmError } from "#core/errors.ts";
import { type TelegramHarness, telegramHarness } from "./harness.ts";

let harness: TelegramHarness;
beforeEach(async () => {
  harness = await telegramHarness("polling");
});
afterEach(() => harness.close());

const bytes = new TextEncoder().encode("a picture");
const fetchMedia = (url: string) => harness.channel.fetchMedia(url);
const hold = (id: string, size = bytes.byteLength, given = bytes) => harness.platform.files.set(id, { path: `photos/${id}.jpg`, bytes: given, size });

describe("fetching what a reference names", () => {
  it("gives the bytes, and not where they came from", async () => {
    hold("room");

    const response = await fetchMedia("telegram://file/room");

    expect(await response.text()).toBe("a picture");
    expect(response.headers.get("content-length")).toBe("9");
    expect(response.url + JSON.stringify([...response.headers])).not.toContain(harness.platform.token);
  });

  it("reads a card out of its own reference", async () => {
    const response = await fetchMedia("data:text/vcard;charset=utf-8,FN%3AMarco");

    expect(await response.text()).toBe("FN:Marco");
  });

  it.each([
    ["a file that is gone", "telegram://file/gone", "not_found"],
    ["an address that is none of ours", "https://example.com/a.jpg", "not_found"],
    ["a file over the limit", "telegram://file/film", "too_large"],
  ])("says what is wrong with %s", async (_story, url, code) => {
    hold("film", 21 * 1024 ** 2);

    const error: unknown = await fetchMedia(url).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(CrmError);
    expect(error).toMatchObject({ code });
  });

  it("stops at the limit when the platform has promised less than it gives", async () => {
    hold("liar", 10, new Uint8Array(21 * 1024 ** 2));

    const answer = fetchMedia("telegram://file/liar").then((response) => response.arrayBuffer());

    await expect(answer).rejects.toMatchObject({ code: "too_large" });
  });

  it.each([
    ["Telegram has a fault", { kind: "answer", status: 500 }],
    ["Telegram asks for patience", { kind: "answer", status: 429, retryAfter: 3 }],
    ["the connection is cut", { kind: "drop_before_accept" }],
  ] as const)("is unavailable while %s, and the error holds no token", async (_story, fault) => {
    hold("room");
    harness.platform.fail({ method: "getFile", ...fault });

    const error: unknown = await fetchMedia("telegram://file/room").catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ code: "unavailable" });
    expect(error instanceof Error && `${error.stack} ${JSON.stringify(error)} ${error.cause}`).not.toContain(harness.platform.token);
  });
});
