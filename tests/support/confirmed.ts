import type { Client } from "./app.ts";

/** The order of bulk work with the number of contacts that its preview says. */
export async function confirmed<T extends object>({ post }: Pick<Client, "post">, order: T): Promise<T & { confirm: number }> {
  const { count } = (await post("/v1/contacts/bulk/preview", order)).is<{ count: number }>(200);
  return { ...order, confirm: count };
}
