import { expect, it } from "vitest";
import { captionFault, mediaFault } from "#core/rules/delivery/media-fault.ts";

const rules = {
  media: [
    { type: "image/jpeg", maxBytes: 5_000 },
    { type: "video/", maxBytes: 16_000 },
  ],
  text: { maxCaptionLength: 10 },
};

it.each<[string, number | null, "type" | "bytes" | null]>([
  ["image/jpeg", 5_000, null],
  ["image/jpeg", 5_001, "bytes"],
  ["image/jpeg", null, null],
  ["IMAGE/JPEG", 1, null],
  ["image/jpeg; name=a.jpg", 1, null],
  ["image/jpegxl", 1, "type"],
  ["image/png", null, "type"],
  ["video/mp4", 16_000, null],
  ["video/mp4", 16_001, "bytes"],
  ["application/pdf", 1, "type"],
  ["", 1, "type"],
])("a file of type %s and %s bytes is refused by its %s", (type, bytes, field) => {
  expect(mediaFault(rules, { type, bytes })?.field ?? null).toBe(field);
});

it("says what the channel takes", () => {
  expect(mediaFault(rules, { type: "image/png", bytes: null })?.detail).toBe(
    "image/png cannot be sent on this channel; it takes image/jpeg, video/*",
  );
  expect(mediaFault({ media: [] }, { type: "image/png", bytes: 1 })?.detail).toBe("cannot be sent: the channel takes no files");
});

it.each<[string, boolean]>([
  ["a".repeat(10), true],
  ["a".repeat(11), false],
  ["😀".repeat(10), true],
  ["😀".repeat(11), false],
])("a text beside a file: %s fits: %s", (text, fits) => {
  expect(captionFault(rules, text) === null).toBe(fits);
});
