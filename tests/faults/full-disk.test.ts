import { expect, it, onTestFinished } from "vitest";
import { eventually } from "#tests/support/eventually.ts";
import { has } from "#tests/support/services/needs.ts";
import { provideQueue } from "#tests/support/services/prepared-queue.ts";
import { mountSmallDisk } from "#tests/support/services/small-disk.ts";
import { openStage } from "./stage.ts";

const adminKey = "a-key-of-at-least-24-characters";

it.skipIf(!has.tmpfs)(
  "a server whose disk is full takes opt-outs and deletions, says what is wrong, and goes on when there is space",
  async () => {
    const disk = mountSmallDisk(256);
    onTestFinished(disk.unmount);
    await provideQueue(disk.folder);
    const stage = await openStage({ hasQueue: false, env: { DATA_DIR: disk.folder } });
    onTestFinished(() => stage.close());
    disk.leave(16 << 20);
    await stage.start();
    await stage.working();

    const send = async (method: string, path: string, body?: unknown) => {
      const headers = { authorization: `Bearer ${adminKey}`, "content-type": "application/json" };
      const response = await fetch(stage.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      return { status: response.status, text: await response.text() };
    };
    const says = (externalId: string, text: string) => send("POST", "/v1/messages", { channel: "web", account: "main", from: { externalId }, text });
    const idOf = (text: string): string => JSON.parse(text).contact.id;
    const people: string[] = [];
    for (let n = 0; n < 40; n++) people.push(idOf((await says(`person${n}`, "Hello")).text));

    const fills = () => Promise.all(Array.from({ length: 50 }, (_, n) => says(`filling${n}`, "x".repeat(3_000))));
    let answers = await fills();
    while (answers.every(({ status }) => status < 400)) answers = await fills();
    const answer = answers.find(({ status }) => status >= 400);
    expect(answer).toMatchObject({ status: 503, text: expect.stringContaining("the disk is full") });
    expect(await send("GET", "/ready")).toMatchObject({ status: 503, text: expect.stringContaining("the disk is full") });

    for (let n = 0; n < 20; n++) {
      // Others take what was given back.
      disk.fill();
      const stop = await says(`person${n}`, "STOP");
      expect([n, stop.status, stop.text.includes('"optedOut":true')], stop.text).toEqual([n, 201, true]);
      if (n % 4 === 0)
        expect(await send("DELETE", `/v1/contacts/${people[39 - n]}`)).toMatchObject({ status: expect.toSatisfy((code) => code < 300) });
    }

    disk.free();
    await eventually(
      () => send("GET", "/ready"),
      ({ status }) => status === 200,
    );
    expect((await says("new", "Hello")).status).toBe(201);
    for (let n = 0; n < 20; n++) {
      const { text } = await send("GET", `/v1/contacts/${people[n]}`);
      expect(text).toContain('"optedOut":true');
    }
  },
  120_000,
);
