import { limits } from "#bots/staff/blocks/text.ts";

/** Any value of a view, as JSON has it. */
type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };
type Node = { [key: string]: Json };

/** The only thing between angle brackets that cards of ours may hold: an instant on the reader's clock, or the time until then, in our words. */
const ourDate = /<!date\^\d+\^\{(?:time|ago)\}\|\d{1,2}:\d{2} UTC>/g;

/** Whom an alert calls, which stands by itself: nobody else's words are in that block. */
const ourCall = /^📣(?: (?:<@[UW][A-Z0-9]+>|<!here>)){1,20}$/u;
/** Where a card has moved to, which is a block of its own, too. */
const ourMove = /^↪️ Moved to <#[CG][A-Z0-9]+>$/;

/**
 * Every fault Slack would find in a message, a modal or a Home tab, and every live mention or link in it
 * (docs.slack.dev/reference/block-kit). Paths name the place.
 */
export function blockKitFaults(surface: { type?: string; blocks: readonly object[]; text?: string | undefined }): string[] {
  const faults: string[] = [];
  // A view is plain data: the round trip also shows what JSON would not carry.
  const view: Node = JSON.parse(JSON.stringify(surface));
  const blocks = nodes(view.blocks);
  const isView = view.type === "modal" || view.type === "home";
  most(faults, "blocks", blocks.length, isView ? limits.viewBlocks : limits.messageBlocks);
  if (blocks.length === 0) faults.push("blocks: none");
  if (view.type === "modal") checkModal(faults, view, blocks);
  if (typeof view.text === "string") checkMarkup(faults, "text", view.text, 4000);
  const ids = blocks.flatMap(({ block_id: id }) => (typeof id === "string" ? [id] : []));
  if (new Set(ids).size !== ids.length) faults.push("block_id: one twice");
  for (const [at, block] of blocks.entries()) checkBlock(faults, `blocks/${at}`, block, view.type);
  return faults;
}

function checkModal(faults: string[], view: Node, blocks: Node[]): void {
  checkPlain(faults, "title", view.title, limits.modalTitle);
  checkPlain(faults, "close", view.close, limits.modalButton);
  if (view.submit !== undefined) checkPlain(faults, "submit", view.submit, limits.modalButton);
  if (blocks.some(({ type }) => type === "input") && view.submit === undefined) faults.push("submit: missing beside inputs");
  most(faults, "private_metadata", String(view.private_metadata ?? "").length, limits.metadata);
  most(faults, "callback_id", String(view.callback_id ?? "").length, limits.id);
}

function checkBlock(faults: string[], path: string, block: Node, surface: Json): void {
  const { type } = block;
  if (block.block_id !== undefined) most(faults, `${path}/block_id`, String(block.block_id).length, limits.id);
  if (type === "divider") return;
  if (type === "header") {
    checkPlain(faults, `${path}/text`, block.text, limits.headerText);
    return;
  }
  if (type === "section") {
    checkSection(faults, path, block);
    return;
  }
  if (type === "context") {
    most(faults, `${path}/elements`, nodes(block.elements).length, limits.contextElements);
    if (nodes(block.elements).length === 0) faults.push(`${path}/elements: none`);
    for (const [at, element] of nodes(block.elements).entries()) checkText(faults, `${path}/elements/${at}`, element, limits.sectionText);
    return;
  }
  if (type === "actions") {
    const elements = nodes(block.elements);
    most(faults, `${path}/elements`, elements.length, limits.actionElements);
    if (elements.length === 0) faults.push(`${path}/elements: none`);
    const ids = elements.map(({ action_id: id }) => id);
    if (new Set(ids).size !== ids.length) faults.push(`${path}: one action_id twice`);
    for (const [at, element] of elements.entries()) checkElement(faults, `${path}/elements/${at}`, element);
    return;
  }
  if (type === "input") {
    if (surface === undefined) faults.push(`${path}: an input in a message`);
    checkPlain(faults, `${path}/label`, block.label, limits.label);
    if (block.hint !== undefined) checkPlain(faults, `${path}/hint`, block.hint, limits.label);
    checkElement(faults, `${path}/element`, node(block.element));
    return;
  }
  faults.push(`${path}: ${String(type)} is not in use here`);
}

function checkSection(faults: string[], path: string, block: Node): void {
  const fields = nodes(block.fields);
  if (block.text === undefined && fields.length === 0) faults.push(`${path}: neither text nor fields`);
  if (block.text !== undefined) checkText(faults, `${path}/text`, node(block.text), limits.sectionText);
  most(faults, `${path}/fields`, fields.length, limits.fields);
  for (const [at, field] of fields.entries()) checkText(faults, `${path}/fields/${at}`, field, limits.fieldText);
  if (block.accessory !== undefined) checkElement(faults, `${path}/accessory`, node(block.accessory));
}

function checkElement(faults: string[], path: string, element: Node): void {
  const { type, action_id: id } = element;
  if (typeof id !== "string" || id === "" || id.length > limits.id) faults.push(`${path}/action_id: missing or too long`);
  if (element.confirm !== undefined) checkConfirm(faults, `${path}/confirm`, node(element.confirm));
  if (type === "button") {
    checkPlain(faults, `${path}/text`, element.text, limits.buttonText);
    most(faults, `${path}/value`, String(element.value ?? "").length, limits.value);
    return;
  }
  if (element.placeholder !== undefined) checkPlain(faults, `${path}/placeholder`, element.placeholder, limits.placeholder);
  if (type === "plain_text_input") {
    const max = Number(element.max_length ?? limits.inputText);
    most(faults, `${path}/max_length`, max, limits.inputText);
    most(faults, `${path}/initial_value`, String(element.initial_value ?? "").length, max);
    return;
  }
  if (type === "overflow") {
    checkOptions(faults, path, nodes(element.options), limits.overflowOptions);
    return;
  }
  if (type === "checkboxes") {
    checkOptions(faults, path, nodes(element.options), 10);
    return;
  }
  if (type === "static_select" || type === "multi_static_select") {
    checkSelect(faults, path, element);
    return;
  }
  if (type === "file_input") {
    most(faults, `${path}/max_files`, Number(element.max_files ?? 10), 10);
    return;
  }
  if (!["number_input", "datetimepicker", "timepicker"].includes(String(type))) faults.push(`${path}: ${String(type)} is not in use here`);
}

function checkSelect(faults: string[], path: string, element: Node): void {
  const groups = nodes(element.option_groups);
  if (groups.length > 0) {
    most(faults, `${path}/option_groups`, groups.length, limits.options);
    for (const [at, group] of groups.entries()) {
      checkPlain(faults, `${path}/option_groups/${at}/label`, group.label, limits.optionText);
      checkOptions(faults, `${path}/option_groups/${at}`, nodes(group.options), limits.options);
    }
  } else checkOptions(faults, path, nodes(element.options), limits.options);
  const all = [...nodes(element.options), ...groups.flatMap((group) => nodes(group.options))].map((option) => JSON.stringify(option));
  const initial = [...nodes(element.initial_options), ...(element.initial_option === undefined ? [] : [node(element.initial_option)])];
  if (initial.some((option) => !all.includes(JSON.stringify(option)))) faults.push(`${path}: an initial option that is not offered`);
}

function checkOptions(faults: string[], path: string, options: Node[], max: number): void {
  most(faults, `${path}/options`, options.length, max);
  if (options.length === 0) faults.push(`${path}/options: none`);
  const values = options.map(({ value }) => value);
  if (new Set(values).size !== values.length) faults.push(`${path}/options: one value twice`);
  for (const [at, option] of options.entries()) {
    checkPlain(faults, `${path}/options/${at}/text`, option.text, limits.optionText);
    if (option.description !== undefined) checkPlain(faults, `${path}/options/${at}/description`, option.description, limits.optionText);
    most(faults, `${path}/options/${at}/value`, String(option.value ?? "").length, limits.optionValue);
  }
}

function checkConfirm(faults: string[], path: string, confirm: Node): void {
  checkPlain(faults, `${path}/title`, confirm.title, limits.confirmTitle);
  checkText(faults, `${path}/text`, node(confirm.text), limits.confirmText);
  checkPlain(faults, `${path}/confirm`, confirm.confirm, limits.confirmButton);
  checkPlain(faults, `${path}/deny`, confirm.deny, limits.confirmButton);
}

function checkText(faults: string[], path: string, text: Node, max: number): void {
  if (text.type === "plain_text") {
    checkPlain(faults, path, text, max);
    return;
  }
  if (text.type !== "mrkdwn") {
    faults.push(`${path}: ${String(text.type)} is no text`);
    return;
  }
  if (text.verbatim !== true) faults.push(`${path}: not verbatim, so that Slack makes mentions and links of words`);
  checkMarkup(faults, path, String(text.text ?? ""), max);
}

/** Whatever stands between angle brackets is live; & begins an entity. */
function checkMarkup(faults: string[], path: string, text: string, max: number): void {
  most(faults, path, text.length, max);
  if (text.trim() === "") faults.push(`${path}: empty`);
  if (!text.isWellFormed()) faults.push(`${path}: half a character`);
  const rest = ourCall.test(text) || ourMove.test(text) ? "" : text.replaceAll(ourDate, "");
  if (/[<>]/.test(rest.replace(/^> ?/gm, "").replaceAll("`>>`", ""))) faults.push(`${path}: live markup in ${rest.slice(0, 80)}`);
  if (/&(?!amp;|lt;|gt;)/.test(rest)) faults.push(`${path}: a bare &`);
  if (/[\u202A-\u202E\u2066\u2067]/.test(rest)) faults.push(`${path}: turns the direction of what follows`);
}

function checkPlain(faults: string[], path: string, text: Json, max: number): void {
  const { type, text: words } = node(text);
  if (type !== "plain_text" || typeof words !== "string") {
    faults.push(`${path}: no plain text`);
    return;
  }
  most(faults, path, words.length, max);
  if (words === "") faults.push(`${path}: empty`);
  if (!words.isWellFormed()) faults.push(`${path}: half a character`);
  if (/[<>]/.test(words)) faults.push(`${path}: angle brackets`);
}

function most(faults: string[], path: string, found: number, max: number): void {
  if (found > max) faults.push(`${path}: ${found} of at most ${max}`);
}

const isNode = (value: Json): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const node = (value: Json): Node => (isNode(value) ? value : {});
const nodes = (value: Json): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
