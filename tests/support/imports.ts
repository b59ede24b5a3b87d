import type { TestApp } from "./app.ts";
import { runOperations } from "./run-operation.ts";

export const csv = { "content-type": "text/csv" };
export const jsonl = { "content-type": "application/x-ndjson" };

export type Reason = { code: string; column: string | null; detail: string };
export type Row = { line: number; outcome: string; reasons: Reason[]; contactId: string | null; values: Record<string, unknown> | null };
export type Import = {
  id: string;
  state: string;
  columns: string[];
  mapping: Record<string, string | null>;
  unmapped: string[];
  counts: Record<"rows" | "create" | "update" | "skip" | "applied" | "newTags", number>;
  planId: string;
  operationId: string;
  rows: Row[];
};
export type Contact = Record<string, unknown> & { id: string };

export const upload = async (app: TestApp, body: string, headers = csv, query = "") =>
  (await app.post(`/v1/contacts/import${query}`, body, headers)).is<Import>(201);
export const rowsOf = async (app: TestApp, { id }: { id: string }, query = "") =>
  (await app.get(`/v1/imports/${id}/rows?limit=200${query}`)).is<{ data: Row[] }>(200).data;
export const contacts = async (app: TestApp) => (await app.get("/v1/contacts?sort=createdAt&limit=200")).is<{ data: Contact[] }>(200).data;

export async function apply(app: TestApp, { id, planId }: Import): Promise<Import> {
  (await app.post(`/v1/imports/${id}/apply`, { planId })).is(202);
  await runOperations(app.directory);
  return (await app.get(`/v1/imports/${id}`)).is<Import>(200);
}

export const people = [
  "Full name,E-mail,Mobile,Company,Labels,Telegram ID,Unsubscribed,Favourite colour",
  'Ana Reyes,ANA@example.com,+63 917 123 4567,"Reyes, Catering",wholesale; VIP list,1001,no,blue',
  "José Cruz,jose@example.com,,,wholesale,,yes,",
  ",nobody at all,12,,,,,red",
  "Ana R.,ana@example.com,+63 917 123 4567,,,,,",
].join("\r\n");
