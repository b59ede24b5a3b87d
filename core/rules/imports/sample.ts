import { csvCell } from "#core/rules/csv/cell.ts";
import { joinList } from "#core/rules/csv/list.ts";

const header = ["name", "email", "phone", "company", "tags", "opted out", "time zone", "notes", "attribute:plan"];
const people = [
  ["Ana Reyes", "ana@example.com", "+639171234567", "Reyes Catering", joinList(["wholesale", "Makati, Cebu"]), "no", "Asia/Manila", "", "family"],
  ["José Cruz", "jose@example.com", "+14155552671", "Cruz, Cruz & Co.", joinList(["VIP list"]), "no", "America/Los_Angeles", "Calls back.", "solo"],
  ["王小明", "wang@example.com", "", "", "", "yes", "", "", ""],
];

/** A file that can be imported as it is, with the columns that most people have; UTF-8 as spreadsheets write it. */
export function sampleImport(): string {
  return `\ufeff${[header, ...people].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("")}`;
}
