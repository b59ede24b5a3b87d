import { describe, expect, it } from "vitest";
import { render } from "#bots/channels/telegram/render.ts";

const photo = { url: "https://example.com/room.jpg", type: "image/jpeg" };
const message = (over: object) => ({ deliveryId: "dlv_1", to: "5551002003", text: "Hello", media: [], ...over });
const chat_id = 5551002003;

describe("a message as a call of the Bot API", () => {
  it.each([
    ["a text", {}, { method: "sendMessage", payload: { chat_id, text: "Hello" } }],
    ["a photo with a caption", { media: [photo] }, { method: "sendPhoto", payload: { chat_id, photo: photo.url, caption: "Hello" } }],
    ["a photo alone", { media: [photo], text: "" }, { method: "sendPhoto", payload: { chat_id, photo: photo.url } }],
    [
      "a file that Telegram has",
      { media: [{ url: "telegram://file/BQAC1", type: "application/pdf" }] },
      { method: "sendDocument", payload: { chat_id, document: "BQAC1", caption: "Hello" } },
    ],
    ["4096 characters", { text: "x".repeat(4096) }, { method: "sendMessage", payload: { chat_id, text: "x".repeat(4096) } }],
    ["4096 emoji", { text: "🌴".repeat(4096) }, { method: "sendMessage", payload: { chat_id, text: "🌴".repeat(4096) } }],
  ])("%s", (_story, over, call) => {
    expect(render(message(over))).toEqual(call);
  });

  it.each([
    ["a text over 4096 characters", { text: "x".repeat(4097) }, "invalid_message"],
    ["a caption over 1024 characters", { text: "x".repeat(1025), media: [photo] }, "invalid_message"],
    ["nothing but blanks", { text: " \n" }, "invalid_message"],
    ["two files", { media: [photo, photo] }, "invalid_message"],
    ["a file that Telegram cannot reach", { media: [{ url: "file:///etc/passwd", type: "image/png" }] }, "invalid_message"],
    ["a file of another channel", { media: [{ url: "telegram://file/", type: "image/png" }] }, "invalid_message"],
    ["a file of staff without its bytes", { media: [{ url: "staffchat://file/wsp_1/F1", type: "image/png" }] }, "invalid_message"],
    ["a group", { to: "-1001987654321" }, "no_chat"],
    ["a channel's name", { to: "@villa" }, "no_chat"],
  ])("but not %s", (_story, over, refused) => {
    expect(render(message(over))).toEqual({ refused });
  });
});
