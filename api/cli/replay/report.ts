import { styleText } from "node:util";
import Table from "cli-table3";
import { channelLabels, gradeLabels, sentimentLabels, stageLabels, statusLabels } from "#core/model/labels.ts";
import { grades, stages, statuses } from "#core/model/vocabulary.ts";
import { get, type Target } from "./server.ts";

/** What of a contact's view the table shows. */
export type ContactRow = {
  name: string | null;
  email: string | null;
  phone: string | null;
  status: string;
  stage: string;
  score: number;
  grade: string;
  sentiment: { level: string | null };
  channels: string[];
  language: string | null;
  messageCount: number;
};

export type ReportCounts = { total: number; by: { title: string; rows: [string, number][] }[] };

const groups = { status: statuses, stage: stages, grade: grades };

export async function readContacts(target: Target, ids: Iterable<string>): Promise<ContactRow[]> {
  const rows: ContactRow[] = [];
  for (const id of ids) rows.push(await get<ContactRow>(target, `/v1/contacts/${id}`));
  return rows;
}

/** Counts over everybody the server knows, so that they do not depend on what this run remembers. */
export async function readCounts(target: Target): Promise<ReportCounts> {
  const count = async (filter: string) => (await get<{ total: number }>(target, `/v1/contacts?limit=1&total=true${filter}`)).total;
  const by: ReportCounts["by"] = [];
  for (const [title, words] of Object.entries(groups)) {
    const rows: [string, number][] = [];
    for (const word of words) rows.push([word, await count(`&${title}=${word}`)]);
    by.push({ title, rows });
  }
  return { total: await count(""), by };
}

export function contactTable(rows: ContactRow[]): string {
  const table = new Table({
    head: bold(["name", "channel", "messages", "status", "stage", "grade", "score", "sentiment", "e-mail", "phone", "language"]),
    colAligns: ["left", "left", "right", "left", "left", "center", "right", "left", "center", "center", "left"],
    ...plain,
  });
  for (const row of rows) {
    table.push([
      printable(row.name ?? "–"),
      row.channels.map(words).join(", "),
      row.messageCount,
      words(row.status),
      words(row.stage),
      row.grade,
      row.score,
      row.sentiment.level ? words(row.sentiment.level) : "–",
      mark(row.email),
      mark(row.phone),
      row.language ?? "–",
    ]);
  }
  return table.toString();
}

/** Status, stage and grade side by side. */
export function countTable({ total, by }: ReportCounts): string {
  const height = Math.max(...by.map((group) => group.rows.length));
  const table = new Table({
    head: bold(by.flatMap(({ title }) => [title, "contacts"])),
    ...plain,
  });
  for (let index = 0; index < height; index += 1) {
    table.push(
      by.flatMap(({ rows }) => {
        const [word, count] = rows[index] ?? ["", null];
        return [words(word), count === null ? "" : bar(count, total)];
      }),
    );
  }
  return table.toString();
}

/** Colours come from styleText, which knows a terminal from a file; rows stand without lines between them. */
const plain = { style: { head: [], border: [] }, chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" } };
const bold = (heads: string[]) => heads.map((head) => styleText("bold", head));
const labels: Record<string, { label: string }> = { ...statusLabels, ...stageLabels, ...gradeLabels, ...sentimentLabels, ...channelLabels };
const words = (word: string) => labels[word]?.label ?? word;
const mark = (value: string | null) => (value ? styleText("green", "●") : styleText("gray", "○"));

/** Names come from customers: no control characters reach the terminal, and a long one leaves room for the rest. */
function printable(text: string): string {
  const clean = text.replace(/\p{C}/gu, "");
  return [...clean].length > 24 ? `${[...clean].slice(0, 23).join("")}…` : clean;
}

function bar(count: number, total: number): string {
  const length = total > 0 ? Math.ceil((count / total) * 12) : 0;
  return `${String(count).padStart(5)} ${"█".repeat(length)}`;
}
