import { describe, expect, it } from "vitest";
import type { ContactView } from "#api/views/contacts/contact.ts";
import { type Client, testApp } from "#tests/support/app.ts";

type Entry = { id: string; type: string; at: string };
type Page<T> = { data: T[]; nextCursor: string | null };

const at = (day: number, hour: number) => new Date(Date.UTC(2026, 0, day, hour)).toISOString();
const now = () => Date.UTC(2026, 0, 10);

/** Three messages on two channels: the 5th at 20:00 (already the 6th in Manila), the 6th and the 7th. */
async function conversation({ post }: Pick<Client, "post">): Promise<string> {
  const phone = { phone: "+639171234567", verified: ["phone"] };
  const said = (channel: string, externalId: string, text: string, sentAt: string) =>
    post("/v1/messages", { channel, from: { externalId, ...phone }, text, sentAt }).then((answer) => answer.is<{ contact: ContactView }>(201));
  await said("web", "v-1", "Hello", at(5, 20));
  await said("web", "v-1", "How much is a room?", at(6, 9));
  return (await said("whatsapp", "639171234567", "I want to book a room", at(7, 9))).contact.id;
}

describe("GET /v1/contacts/{id}/messages", () => {
  it("lists all channels newest first, in pages", async () => {
    const { post, get } = await testApp({ now });
    const id = await conversation({ post });

    const first = (await get(`/v1/contacts/${id}/messages?limit=2`)).is<Page<{ text: string }>>(200);
    const second = (await get(`/v1/contacts/${id}/messages?limit=2&cursor=${first.nextCursor}`)).is<Page<{ text: string }>>(200);

    expect([...first.data, ...second.data].map(({ text }) => text)).toEqual(["I want to book a room", "How much is a room?", "Hello"]);
    expect(second.nextCursor).toBeNull();
  });

  it("groups by channel and by date, in the contact's zone", async () => {
    const { post, get, patch } = await testApp({ now });
    const id = await conversation({ post });
    const groups = async (query: string) =>
      (await get(`/v1/contacts/${id}/messages?group=${query}`)).is<Page<{ channel?: string; date?: string; messages: unknown[] }>>(200).data;

    expect((await groups("channel,date")).map(({ channel, date, messages }) => [channel, date, messages.length])).toEqual([
      ["whatsapp", "2026-01-07", 1],
      ["web", "2026-01-06", 1],
      ["web", "2026-01-05", 1],
    ]);
    expect((await groups("channel")).map(({ channel, messages }) => [channel, messages.length])).toEqual([
      ["whatsapp", 1],
      ["web", 2],
    ]);
    await patch(`/v1/contacts/${id}`, { timeZone: "Asia/Manila" });
    expect((await groups("date")).map(({ date, messages }) => [date, messages.length])).toEqual([
      ["2026-01-07", 1],
      ["2026-01-06", 2],
    ]);
    (await get(`/v1/contacts/${id}/messages?group=colour`)).is(422);
  });
});

describe("GET /v1/contacts/{id}/conversations", () => {
  it("has one for each identity on an account", async () => {
    const { post, get } = await testApp({ now });
    const id = await conversation({ post });

    const { data } = (await get(`/v1/contacts/${id}/conversations`)).is<Page<{ id: string; channel: string; messageCount: number }>>(200);

    expect(data.map(({ channel, messageCount }) => [channel, messageCount]).sort()).toEqual([
      ["web", 2],
      ["whatsapp", 1],
    ]);
    expect((await get(`/v1/conversations/${data[0]?.id}`)).is(200)).toEqual(data[0]);
  });
});

describe("GET /v1/contacts/{id}/timeline", () => {
  it("merges everything that happened, newest first, in pages without gaps or repeats", async () => {
    const { post, put, patch, get } = await testApp({ now });
    const id = await conversation({ post });
    await post("/v1/actions", { contactId: id, action: "link_clicked", at: at(8, 9) });
    await post(`/v1/contacts/${id}/notes`, { text: "Called" });
    await post(`/v1/contacts/${id}/score-adjustments`, { points: 5, reason: "Nice" });
    await put(`/v1/contacts/${id}/stage`, { stage: "closing", reason: "Said so" });
    await patch(`/v1/contacts/${id}`, { name: "Ana" });
    const whole = (await get(`/v1/contacts/${id}/timeline?limit=200`)).is<Page<Entry>>(200).data;

    const paged: Entry[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<Entry> = (await get(`/v1/contacts/${id}/timeline?limit=3${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`)).is<
        Page<Entry>
      >(200);
      paged.push(...page.data);
      cursor = page.nextCursor;
    } while (cursor);

    expect(paged).toEqual(whole);
    expect(new Set(whole.map(({ type }) => type))).toEqual(
      new Set(["message", "action", "transition", "note", "adjustment", "stage_change", "edit"]),
    );
    expect(whole.map((entry) => entry.at)).toEqual(
      whole
        .map((entry) => entry.at)
        .toSorted()
        .reverse(),
    );
    expect(whole.filter(({ type }) => type === "message")).toHaveLength(3);
  });

  it("refuses a cursor of another list", async () => {
    const { post, get } = await testApp({ now });
    const id = await conversation({ post });

    expect((await get(`/v1/contacts/${id}/timeline?cursor=nonsense`)).is(422)).toMatchObject({ errors: [{ pointer: "/cursor" }] });
  });
});
