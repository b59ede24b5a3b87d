import { relative } from "#bots/staff/blocks/time.ts";
import { readersLook } from "./block-kit-look.ts";
import { now } from "./block-kit-people.ts";

type Node = { [key: string]: unknown };

/** Block Kit as a page in Slack's look: enough of it to see what people see. Each surface has a title of its own. */
export function blockKitPage(surfaces: readonly { title: string; surface: { type?: string; blocks: readonly object[] } }[]): string {
  const shown = surfaces.map(({ title, surface }) => `<h6>${entity(title)}</h6>${surfaceHtml(JSON.parse(JSON.stringify(surface)))}`);
  return `<!doctype html><meta charset="utf-8"><style>${readersLook}</style>${shown.join("")}`;
}

function surfaceHtml(surface: Node): string {
  const blocks = list(surface.blocks).map(blockHtml).join("");
  if (surface.type === "home") return `<div class="home">${blocks}</div>`;
  if (surface.type !== "modal")
    return `<div class="message"><div class="face"></div><div class="body"><b>Rapport</b> <i class="app">APP</i>${blocks}</div></div>`;
  const submit = surface.submit === undefined ? "" : `<button class="primary">${plain(surface.submit)}</button>`;
  return `<div class="modal"><h1>${plain(surface.title)}</h1>${blocks}<footer><button>${plain(surface.close)}</button>${submit}</footer></div>`;
}

function blockHtml(block: Node): string {
  switch (block.type) {
    case "divider":
      return "<hr>";
    case "header":
      return `<h2>${plain(block.text)}</h2>`;
    case "section": {
      const text = block.text === undefined ? "" : `<div>${textHtml(node(block.text))}</div>`;
      const fields = list(block.fields).map((field) => `<div>${textHtml(field)}</div>`);
      const accessory = block.accessory === undefined ? "" : `<aside>${elementHtml(node(block.accessory))}</aside>`;
      return `<section><div class="text">${text}${fields.length > 0 ? `<div class="fields">${fields.join("")}</div>` : ""}</div>${accessory}</section>`;
    }
    case "context":
      return `<div class="context">${list(block.elements)
        .map((element) => `<span>${textHtml(element)}</span>`)
        .join("")}</div>`;
    case "actions":
      return `<div class="actions">${list(block.elements).map(elementHtml).join("")}</div>`;
    case "input": {
      const optional = block.optional === true ? " <small>(optional)</small>" : "";
      const hint = block.hint === undefined ? "" : `<small>${plain(block.hint)}</small>`;
      return `<label><b>${plain(block.label)}</b>${optional}${elementHtml(node(block.element))}${hint}</label>`;
    }
    default:
      return `<pre>${entity(String(block.type))}</pre>`;
  }
}

function elementHtml(element: Node): string {
  const chosen = [...list(element.initial_options), ...(element.initial_option === undefined ? [] : [node(element.initial_option)])];
  switch (element.type) {
    case "button":
      return `<button class="${entity(String(element.style ?? ""))}">${plain(element.text)}</button>`;
    case "overflow":
      return "<button>⋯</button>";
    case "static_select":
      return `<div class="input">${chosen.map(({ text }) => plain(text)).join("") || "Select an option"} <s>⌄</s></div>`;
    case "multi_static_select":
      return `<div class="input">${chosen.map(({ text }) => `<em>${plain(text)} ✕</em>`).join("") || "Select options"}</div>`;
    case "checkboxes":
      return list(element.options)
        .map(({ text }) => `<div>${chosen.length > 0 ? "☑" : "☐"} ${plain(text)}</div>`)
        .join("");
    case "datetimepicker":
      return `<div class="input">${new Date(Number(element.initial_date_time) * 1000).toUTCString().slice(0, 22)}</div>`;
    case "timepicker":
      return `<div class="input">${entity(String(element.initial_time))}</div>`;
    default: {
      const value = String(element.initial_value ?? "");
      return `<div class="input ${element.multiline === true ? "long" : ""}">${entity(value) || `<small>${element.placeholder === undefined ? "" : plain(element.placeholder)}</small>`}</div>`;
    }
  }
}

/** The part of mrkdwn that cards use: bold, italic, struck, code, quotations and dates. */
function textHtml(text: Node): string {
  const words = String(text.text ?? "");
  if (text.type === "plain_text") return entity(words);
  const [before = "", code, ...after] = words.split("```");
  if (code !== undefined) return `${mrkdwnHtml(before)}<pre>${code.trim()}</pre>${mrkdwnHtml(after.join("```"))}`;
  return mrkdwnHtml(words);
}

function mrkdwnHtml(words: string): string {
  const html: string[] = [];
  for (const [isQuote, lines] of runs(words.split("\n"))) {
    const said = lines.map((line) => styled(isQuote ? line.replace(/^> ?/, "") : line)).join("<br>");
    html.push(isQuote ? `<blockquote>${said}</blockquote>` : said);
  }
  return html.join("");
}

function runs(lines: readonly string[]): [isQuote: boolean, lines: string[]][] {
  const found: [boolean, string[]][] = [];
  for (const line of lines) {
    const isQuote = line.startsWith(">");
    const last = found.at(-1);
    if (last && last[0] === isQuote) last[1].push(line);
    else found.push([isQuote, [line]]);
  }
  return found;
}

function styled(line: string): string {
  return line
    .replace(/<!date\^(\d+)\^\{time\}\|[^>]*>/g, (_, seconds: string) => new Date((Number(seconds) + 3600) * 1000).toISOString().slice(11, 16))
    .replace(/<!date\^(\d+)\^\{ago\}\|[^>]*>/g, (_, seconds: string) => relative(Number(seconds) * 1000, now))
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/(?<![\p{L}\p{N}*])\*([^\s*](?:[^*]*[^\s*])?)\*(?![\p{L}\p{N}*])/gu, "<b>$1</b>")
    .replace(/(?<![\p{L}\p{N}~])~([^\s~](?:[^~]*[^\s~])?)~(?![\p{L}\p{N}~])/gu, "<s>$1</s>")
    .replace(/(?<![\p{L}\p{N}_])_([^\s_](?:[^_]*[^\s_])?)_(?![\p{L}\p{N}_])/gu, "<i>$1</i>");
}

const entity = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const plain = (text: unknown) => entity(String(node(text).text ?? ""));
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const node = (value: unknown): Node => (isNode(value) ? value : {});
const list = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
