import type { ImportMapping, ImportReason } from "#core/model/import.ts";
import { type ChannelName, channels } from "#core/model/vocabulary.ts";
import { normalizeEmail } from "#core/rules/email.ts";
import { attested, type IdentityKey } from "#core/rules/identity.ts";
import { named } from "#core/rules/named.ts";
import { toE164 } from "#core/rules/phone.ts";
import { foldText } from "#core/rules/text.ts";
import { agrees, attributeValue, instantOf, refuses, tagNames, textOf, yesOrNo } from "./cells.ts";
import { attributeOf, type ImportField, isImportField } from "./fields.ts";
import type { Person } from "./person.ts";
import { type ReasonCode, reason } from "./reasons.ts";

/** What the agent has, as far as cells name it. */
export type Lookups = {
  region: string | null;
  branches: readonly { id: string; name: string }[];
  /** The account that an identity without one is on. */
  accountOf(channel: ChannelName): string;
  isTimeZone(name: string): boolean;
  now: number;
};

export type ReadRow = (values: Record<string, unknown>) => { person: Person; reasons: ImportReason[] };

const maxLength = { name: 200, firstName: 100, lastName: 100, company: 200, owner: 100, notes: 10_000, externalId: 255, account: 100 } as const;
const maxTagLength = 100;
const maxRowTags = 50;
const maxAttributeLength = 2_000;

/** Reads rows of a file under one mapping. A cell that is no good is left out, and the reason says so. */
export function rowReader(mapping: ImportMapping, lookups: Lookups): ReadRow {
  const columnOf = new Map<ImportField, string>();
  const attributes: [column: string, name: string][] = [];
  for (const [column, target] of Object.entries(mapping)) {
    if (target === null) continue;
    const attribute = attributeOf(target);
    if (attribute !== null) attributes.push([column, attribute]);
    else if (isImportField(target)) columnOf.set(target, column);
  }
  return (values) => {
    const row = new Row(values, columnOf, lookups);
    const identities = row.identities();
    const person: Person = {
      details: row.details(identities.map(({ phone }) => phone).find((phone) => phone !== undefined)),
      identities: identities.map(({ key }) => key),
      tags: row.tags(),
      attributes: row.attributes(attributes),
      ownerId: row.bounded("owner") || null,
      branchId: row.branchId(),
      timeZone: row.timeZone(),
      isVip: row.flag("vip"),
      note: row.bounded("notes") || null,
      consent: row.consent(),
      createdAt: row.createdAt(),
    };
    return { person, reasons: row.reasons };
  };
}

class Row {
  readonly reasons: ImportReason[] = [];
  private readonly values: Record<string, unknown>;
  private readonly columnOf: ReadonlyMap<ImportField, string>;
  private readonly lookups: Lookups;

  constructor(values: Record<string, unknown>, columnOf: ReadonlyMap<ImportField, string>, lookups: Lookups) {
    this.values = values;
    this.columnOf = columnOf;
    this.lookups = lookups;
  }

  details(attestedPhone: string | undefined): Person["details"] {
    const name = this.bounded("name") || [this.bounded("firstName"), this.bounded("lastName")].filter(Boolean).join(" ");
    const company = this.bounded("company");
    const email = this.parsed("email", normalizeEmail, "not_an_email", "is not an e-mail address");
    const phone =
      this.parsed("phone", (text) => toE164(text, this.lookups.region), "not_a_phone", "is not a phone number; write it with its country") ??
      attestedPhone;
    return { ...(name && { name }), ...(company && { company }), ...(email && { email }), ...(phone && { phone }) };
  }

  /** At most one for each channel account; with the phone that WhatsApp attests. */
  identities(): { key: IdentityKey; phone?: string | undefined }[] {
    const found: { key: IdentityKey; phone?: string | undefined }[] = [];
    const add = (channel: ChannelName, field: ImportField, account: string) => {
      const externalId = this.bounded(field);
      if (externalId === "") return;
      const from = attested(channel, { externalId });
      const key = { channel, account: account || this.lookups.accountOf(channel), externalId: from.externalId };
      if (!found.some(({ key: other }) => other.channel === key.channel && other.account === key.account)) found.push({ key, phone: from.phone });
    };
    const account = this.bounded("account");
    const channel = this.parsed("channel", toChannel, "not_a_channel", `is none of ${channels.join(", ")}`);
    if (channel) add(channel, "externalId", account);
    add("telegram", "telegramId", channel === "telegram" ? account : "");
    add("whatsapp", "whatsappNumber", channel === "whatsapp" ? account : "");
    return found;
  }

  tags(): string[] {
    const names = tagNames(this.value("tags"));
    const short = names.filter(({ length }) => length <= maxTagLength);
    if (short.length < names.length) this.leaveOut("tags", "too_long", `has a tag of more than ${maxTagLength} characters`);
    if (short.length > maxRowTags) this.leaveOut("tags", "too_many_tags", `has more than ${maxRowTags} tags; the first are taken`);
    return short.slice(0, maxRowTags);
  }

  attributes(columns: readonly (readonly [string, string])[]): Person["attributes"] {
    const entries = columns.flatMap(([column, name]) => {
      const value = attributeValue(named(this.values, column));
      if (value === "") return [];
      if (typeof value !== "string" || value.length <= maxAttributeLength) return [[name, value] as const];
      this.reasons.push(reason("too_long", column, `is longer than ${maxAttributeLength} characters`));
      return [];
    });
    return Object.fromEntries(entries);
  }

  branchId(): string | null {
    const wanted = this.text("branch");
    if (wanted === "") return null;
    const branch = this.lookups.branches.find(({ id, name }) => id === wanted || foldText(name) === foldText(wanted));
    return branch?.id ?? this.leaveOut("branch", "unknown_branch", "is neither the id nor the name of a branch");
  }

  timeZone(): string | null {
    return this.parsed(
      "timeZone",
      (text) => (this.lookups.isTimeZone(text) ? text : null),
      "not_a_time_zone",
      "is not an IANA time zone, like Asia/Manila",
    );
  }

  createdAt(): number | null {
    const past = (text: string) => {
      const at = instantOf(text);
      return at !== null && at <= this.lookups.now ? at : null;
    };
    return this.parsed("createdAt", past, "not_a_time", "is not an ISO 8601 time in the past");
  }

  /** "Not opted out" is no consent; "no consent" is an opt-out. */
  consent(): Person["consent"] {
    const [isOut, isIn] = [this.flag("optedOut", refuses), this.flag("consent", agrees)];
    if (isOut === true || isIn === false) return "opt_out";
    return isIn === true ? "opt_in" : null;
  }

  flag(field: ImportField, read: (text: string) => boolean | null = yesOrNo): boolean | null {
    return this.parsed(field, read, "not_yes_or_no", "says neither yes nor no");
  }

  /** Text within its bound, "" without. */
  bounded(field: keyof typeof maxLength | ImportField): string {
    const text = this.text(field);
    const max = named(maxLength, field) ?? maxLength.externalId;
    if (text.length <= max) return text;
    this.leaveOut(field, "too_long", `is longer than ${max} characters`);
    return "";
  }

  private parsed<T>(field: ImportField, parse: (text: string) => T | null, code: ReasonCode, detail: string): T | null {
    const text = this.text(field);
    return text === "" ? null : (parse(text) ?? this.leaveOut(field, code, detail));
  }

  private leaveOut(field: ImportField, code: ReasonCode, detail: string): null {
    this.reasons.push(reason(code, this.columnOf.get(field) ?? null, detail));
    return null;
  }

  private text(field: ImportField): string {
    return textOf(this.value(field));
  }

  private value(field: ImportField): unknown {
    const column = this.columnOf.get(field);
    return column === undefined ? undefined : named(this.values, column);
  }
}

function toChannel(text: string): ChannelName | null {
  const folded = foldText(text);
  return channels.find((channel) => channel === folded) ?? null;
}
