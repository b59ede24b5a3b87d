import { expect, it } from "vitest";
import type { ContactView } from "#api/views/contacts/contact.ts";
import { type Client, testApp } from "#tests/support/app.ts";

type Part = { value: unknown; rule: string; evidence: { factId: string; quote: string }[] };
type Explanation = Record<"bookedFor" | "lifetimeValue", Part>;
type Sent = { message: { id: string }; contact: ContactView };

async function say({ post }: Pick<Client, "post">, direction: "inbound" | "outbound", text: string, sentAt: string): Promise<Sent> {
  const input = { channel: "web", from: { externalId: "v-1" }, direction, text, sentAt };
  return (await post("/v1/messages", input)).is<Sent>(201);
}

it("a conversation books, moves by an action and cancels; explanation, verification and export agree at every instant", async () => {
  const app = await testApp();
  await say(app, "inbound", "Can I book a massage on 20 March 2027?", "2026-03-02T09:00:00Z");
  const offered = await say(app, "outbound", "20 March 2027 at 3pm, $40 in total?", "2026-03-02T09:01:00Z");
  await say(app, "inbound", "Yes please", "2026-03-02T09:02:00Z");
  const { contact, message } = await say(app, "outbound", "Your booking is confirmed.", "2026-03-02T09:03:00Z");
  const { id } = contact;
  const from = "2027-03-20T15:00:00.000Z";

  expect(contact).toMatchObject({ bookedFor: { from, to: null, allDay: false }, lifetimeValue: { amount: 40, currency: "USD" } });
  const explained = (await app.get(`/v1/contacts/${id}/explanation`)).is<Explanation>(200);
  expect(explained.bookedFor.evidence.map(({ factId }) => factId)).toEqual([offered.message.id, message.id]);
  expect(explained.lifetimeValue.evidence.map(({ factId }) => factId)).toEqual([offered.message.id, message.id]);
  const before = (await app.get(`/v1/contacts/${id}/explanation?asOf=2026-03-02T09:02:30Z`)).is<Explanation>(200);
  expect(before.bookedFor).toMatchObject({ value: null, rule: "booked_for.none" });

  const act = async (action: string, properties: object, at: string) =>
    (await app.post("/v1/actions", { contactId: id, action, properties, at })).is<{ contact: ContactView }>(201).contact;
  const reported = await act("booking_confirmed", { bookedFor: "2027-03-22", amount: 45, currency: "USD" }, "2026-03-02T10:00:00Z");
  const whole = { from: "2027-03-22T00:00:00.000Z", to: "2027-03-23T00:00:00.000Z", allDay: true };
  expect(reported).toMatchObject({ bookedFor: whole, lifetimeValue: { amount: 45, currency: "USD" } });
  expect((await app.get(`/v1/contacts/${id}/score?verify=true`)).is(200)).toMatchObject({ verified: true });

  const cancelled = await act("booking_cancelled", {}, "2026-03-03T10:00:00Z");
  expect(cancelled).toMatchObject({ bookedFor: null, lifetimeValue: null });
  const held = (await app.get(`/v1/contacts/${id}/explanation?asOf=2026-03-02T11:00:00Z`)).is<Explanation>(200);
  expect(held.bookedFor).toMatchObject({ value: whole, rule: "booked_for.reported" });
});
