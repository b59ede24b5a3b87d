import { describe, expect, it } from "vitest";
import { readEnv } from "#api/env.ts";
import { envExample } from "#api/env-example.ts";
import { ownSections, ownVariables } from "#api/env-variables.ts";
import { channelRoster } from "#bots/channels/index.ts";

describe("the environment", () => {
  it("needs nothing", () => {
    expect(readEnv(channelRoster, {})).toEqual({
      PORT: 3000,
      HOST: "127.0.0.1",
      DATA_DIR: "./data",
      LOG_LEVEL: "info",
      ALLOW_PRIVATE_TARGETS: "off",
    });
  });

  it("takes empty for unset, and leaves strangers alone", () => {
    expect(readEnv(channelRoster, { PORT: "", API_KEY: "", HOME: "/root" })).toEqual(readEnv(channelRoster, {}));
  });

  it("lists every fault at once, and shows no value", () => {
    const given = {
      PORT: "http",
      LOG_LEVEL: "loud",
      API_KEY: "hunter2",
      SECRET_KEY: "with blanks in it, long enough",
      DATABASE_URL: "mysql://u:pw@h",
      DATABASE_AUTH_TOKEN: "",
    };

    const read = () => readEnv(channelRoster, given);

    expect(read).toThrow(
      /PORT is not a number[\s\S]*LOG_LEVEL is none of[\s\S]*API_KEY is shorter than 24[\s\S]*SECRET_KEY holds blanks[\s\S]*DATABASE_URL is none of/,
    );
    expect(read).not.toThrow(/hunter2|long enough|pw@h|mysql/);
  });

  it.each([
    ["PORT", "0x10", /PORT is not a number/],
    ["PORT", "1e3", /PORT is not a number/],
    ["PORT", " 3000", /PORT is not a number/],
    ["PORT", "3000 ", /PORT is not a number/],
    ["PORT", "+3000", /PORT is not a number/],
    ["PORT", "-1", /PORT is not a number/],
    ["PORT", "3000.0", /PORT is not a number/],
    ["PORT", "03000", /PORT is not a number/],
    ["PORT", "65536", /PORT is not a port/],
    ["DATABASE_URL", "file::memory:", /DATABASE_URL names memory/],
    ["DATABASE_URL", "file::memory:?cache=shared", /DATABASE_URL names memory/],
    ["DATABASE_URL", "file:", /DATABASE_URL is none of/],
  ])("refuses %s=%j", (name, value, words) => {
    expect(() => readEnv(channelRoster, { [name]: value })).toThrow(words);
  });

  it.each([
    ["0", 0],
    ["8080", 8080],
    ["65535", 65_535],
  ])("takes PORT=%s", (given, port) => {
    expect(readEnv(channelRoster, { PORT: given }).PORT).toBe(port);
  });

  it("finds what contradicts itself", () => {
    expect(() => readEnv(channelRoster, { DATABASE_URL: "file:x.db", DATABASE_AUTH_TOKEN: "t0ken" })).toThrow(
      /DATABASE_AUTH_TOKEN is set, but DATABASE_URL names no server/,
    );
    expect(readEnv(channelRoster, { DATABASE_URL: "libsql://h", DATABASE_AUTH_TOKEN: "t0ken" })).toMatchObject({ DATABASE_URL: "libsql://h" });
  });

  it("is explained in .env.example, which says what the schemas say; npx vitest run tests/api/env.test.ts -u writes it anew", async () => {
    await expect(envExample(channelRoster)).toMatchFileSnapshot("../../.env.example");
  });

  it("has no variable without an explanation", () => {
    const unexplained = ownSections.flatMap(({ variables }) => Object.entries(variables).filter(([, schema]) => !schema.description));

    expect(unexplained.map(([name]) => name)).toEqual([]);
    expect(ownSections.flatMap(({ variables }) => Object.keys(variables)).sort()).toEqual(Object.keys(ownVariables).sort());
  });
});
