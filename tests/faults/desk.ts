import { eventually } from "#tests/support/eventually.ts";
import { NoAnswer, type Stage } from "./stage.ts";

export type Delivery = {
  id: string;
  conversationId: string;
  contactId: string;
  state: string;
  reason: string | null;
  providerId: string | null;
  messageId: string | null;
  text: string;
  attempts: number;
  createdAt: string;
};
export type Customer = { chatId: string; contactId: string; conversationId: string };
type Page<T> = { data: T[]; nextCursor: string | null };
type Message = { id: string; direction: string; text: string; externalId: string | null };

export const open = ["queued", "claimed", "sending"];

/** Staff at work through the API, who ask again when they get no answer. */
export class Desk {
  readonly stage: Stage;
  constructor(stage: Stage) {
    this.stage = stage;
  }

  /** Customers write, and become contacts with conversations. */
  async meet(count: number, firstId = 1001): Promise<Customer[]> {
    const ids = Array.from({ length: count }, (_, index) => firstId + index);
    for (const id of ids) await this.stage.platform.say({ id, first_name: `Customer ${id}` }, "Hello, how much is a room?");
    await this.stage.platform.settled();
    const contacts = await this.all<{ id: string; name: string }>("/v1/contacts?");
    return Promise.all(
      contacts
        .filter(({ name }) => ids.includes(Number(name.split(" ")[1])))
        .map(async ({ id, name }) => {
          const [conversation] = await this.all<{ id: string }>(`/v1/contacts/${id}/conversations?`, false);
          return { chatId: name.split(" ")[1] ?? "", contactId: id, conversationId: conversation?.id ?? "" };
        }),
    );
  }

  /** One reply; repeated under its key until it is answered. */
  async reply({ conversationId }: Customer, text: string, key = text): Promise<Delivery> {
    for (;;) {
      await this.stage.running();
      try {
        return await this.stage.ask<Delivery>("POST", `/v1/conversations/${conversationId}/messages`, { text }, key);
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        await new Promise(setImmediate);
      }
    }
  }

  ledger(query = ""): Promise<Delivery[]> {
    return this.all<Delivery>(`/v1/deliveries?${query}`);
  }

  messages({ contactId }: Customer): Promise<Message[]> {
    return this.all<Message>(`/v1/contacts/${contactId}/messages?`);
  }

  /** Waits until nothing is on its way any more. */
  async settled(withinMs = 60_000): Promise<void> {
    await eventually(
      () => this.ledger(`state=${open.join(",")}`),
      (left) => left.length === 0,
      withinMs,
    );
  }

  private async all<T>(path: string, isPaged = true): Promise<T[]> {
    const entries: T[] = [];
    let cursor: string | null = null;
    do {
      const more: string = isPaged ? `&limit=200${cursor === null ? "" : `&cursor=${cursor}`}` : "";
      const page: Page<T> = await this.stage.ask("GET", path + more);
      entries.push(...page.data);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return entries;
  }
}
