import type { ImportMapping, ImportReason } from "#core/model/operations/import.ts";
import type { IdentityKey } from "#core/model/records.ts";
import { type ChannelName, channels } from "#core/model/vocabulary.ts";
import { attested } from "#core/rules/address/identity.ts";
import { named } from "#core/rules/named.ts";
import { foldText } from "#core/rules/text/text.ts";
import { agrees, attributeValue, csvTextOf, holdsSince, instantOf, refuses, tagNames, textOf, uniqueNames, yesOrNo } from "./cells.ts";
import { refusalIn } from "./consent-words.ts";
import { attributeOf } from "./fields.ts";
import { readHeader } from "./headers.ts";
import { type ImportField, isImportField } from "./import-field.ts";
import type { ImportedPerson } from "./person.ts";
import { addressesIn, labelOf, type NamedAddress } from "./read-addresses.ts";
import { boundedReasons, type ReasonCode, reason } from "./reasons.ts";

/** What the agent has, as far as cells name it. */
export type Lookups = {
  /** How the cells were written; by default as values, not as text. */
  isCsv?: boolean;
  region: string | null;
  branches: readonly { id: string; name: string }[];
  /** The account that an identity without one is on. */
  accountOf(channel: ChannelName): string;
  isTimeZone(name: string): boolean;
  now: number;
};

export type ReadRow = (values: Record<string, unknown>) => { person: ImportedPerson; reasons: ImportReason[] };

const maxLength = {
  name: 200,
  firstName: 100,
  middleName: 100,
  lastName: 100,
  company: 200,
  owner: 100,
  notes: 10_000,
  externalId: 255,
  account: 100,
} as const;
const maxTagLength = 100;
const maxRowTags = 50;
const maxAttributeLength = 2_000;

/** Reads rows of a file under one mapping. A cell that is no good is left out, and the reason says so. */
export function rowReader(mapping: ImportMapping, lookups: Lookups): ReadRow {
  const columnsOf = new Map<ImportField, string[]>();
  const attributes: [column: string, name: string][] = [];
  for (const [column, target] of Object.entries(mapping)) {
    if (target === null) continue;
    const attribute = attributeOf(target);
    if (attribute !== null) attributes.push([column, attribute]);
    else if (isImportField(target)) columnsOf.set(target, [...(columnsOf.get(target) ?? []), column]);
  }
  return (values) => {
    const row = new RowReader(values, columnsOf, lookups);
    const identities = row.identities();
    const [emails, phones] = [row.addresses("email"), row.addresses("phone")];
    const attested = identities.map(({ phone }) => phone).find((phone) => phone !== undefined);
    const further = [...emails.slice(1), ...phones.slice(1)];
    const person: ImportedPerson = {
      details: row.details(emails[0]?.value, phones[0]?.value ?? attested),
      identities: identities.map(({ key }) => key),
      tags: row.tags(),
      ...(further.length > 0 && { furtherAddresses: further.map(({ kind, value }) => ({ kind, value })) }),
      attributes: { ...Object.fromEntries(further.map(({ name, value }) => [name, value])), ...row.attributes(attributes) },
      ownerId: row.bounded("owner") || null,
      branchId: row.branchId(),
      timeZone: row.timeZone(),
      isVip: row.flag("vip"),
      note: row.bounded("notes") || null,
      consent: row.consent(),
      createdAt: row.createdAt(),
    };
    return { person, reasons: boundedReasons(row.reasons) };
  };
}

class RowReader {
  readonly reasons: ImportReason[] = [];
  private readonly values: Record<string, unknown>;
  private readonly columnsOf: ReadonlyMap<ImportField, readonly string[]>;
  private readonly lookups: Lookups;

  constructor(values: Record<string, unknown>, columnsOf: ReadonlyMap<ImportField, readonly string[]>, lookups: Lookups) {
    this.values = values;
    this.columnsOf = columnsOf;
    this.lookups = lookups;
  }

  details(email: string | undefined, phone: string | undefined): ImportedPerson["details"] {
    const name = this.name();
    const company = this.bounded("company");
    return { ...(name && { name }), ...(company && { company }), ...(email && { email }), ...(phone && { phone }) };
  }

  /** A name beside a family name that it does not hold is a first name: some files call it so. */
  private name(): string {
    const [name, lastName] = [this.bounded("name"), this.bounded("lastName")];
    const given = [this.bounded("firstName"), this.bounded("middleName")].filter(Boolean);
    const isWhole = given.length > 0 || lastName === "" || foldText(name).includes(foldText(lastName));
    if (name !== "") return isWhole ? name : `${name} ${lastName}`;
    return [...given, lastName].filter(Boolean).join(" ");
  }

  /** The person's own first. */
  addresses(kind: "email" | "phone"): NamedAddress[] {
    const columns = [...this.columns(kind), ...this.columns(kind === "email" ? "otherEmail" : "otherPhone")];
    const textAt = (column: string) => this.read(named(this.values, column));
    const cells = columns.map((column) => ({ column, text: textAt(column), label: labelOf(column, textAt) }));
    const { found, unread } = addressesIn(kind, cells, this.lookups.region);
    const why = kind === "email" ? "is not an e-mail address" : "is not a phone number; write it with its country";
    for (const column of unread) this.reasons.push(reason(kind === "email" ? "not_an_email" : "not_a_phone", column, why));
    return found;
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
    const names = uniqueNames(this.columns("tags").flatMap((column) => this.tagsAt(column)));
    const short = names.filter(({ length }) => length <= maxTagLength);
    if (short.length < names.length) this.leaveOut("tags", "too_long", `has a tag of more than ${maxTagLength} characters`);
    if (short.length > maxRowTags) this.leaveOut("tags", "too_many_tags", `has more than ${maxRowTags} tags; the first are taken`);
    return short.slice(0, maxRowTags);
  }

  private tagsAt(column: string): string[] {
    const value = named(this.values, column);
    return tagNames(Array.isArray(value) ? value : this.read(value));
  }

  attributes(columns: readonly (readonly [string, string])[]): ImportedPerson["attributes"] {
    const entries = columns.flatMap(([column, name]) => {
      const held = named(this.values, column);
      const value = attributeValue(typeof held === "string" ? this.read(held) : held);
      if (value === "") return [];
      if (typeof value !== "string" || value.length <= maxAttributeLength) return [[name, value] as const];
      this.reasons.push(reason("too_long", column, `is longer than ${maxAttributeLength} characters`));
      return [];
    });
    return Object.fromEntries(entries);
  }

  branchId(): string | null {
    const branchText = this.text("branch");
    if (branchText === "") return null;
    const branch = this.lookups.branches.find(({ id, name }) => id === branchText || foldText(name) === foldText(branchText));
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

  /**
   * "Not opted out" is no consent; "no consent" is an opt-out. A refusal in any column counts. Who agrees to e-mail and not
   * to text messages has neither agreed to all nor refused all.
   */
  consent(): ImportedPerson["consent"] {
    const isOut = this.answers("optedOut", refuses).some(({ answer }) => answer);
    const isRefused = this.columns("subscription").map((column) => refusalIn(this.read(named(this.values, column))));
    const agreed = this.answers("consent", agrees);
    const [general, oneChannel] = [agreed.filter((one) => !one.isOneChannel), agreed.filter((one) => one.isOneChannel)];
    const isNo = (answers: readonly { answer: boolean }[]) => answers.some(({ answer }) => !answer);
    if (isOut || isRefused.includes(true) || isNo(general.length > 0 ? general : oneChannel)) return "opt_out";
    const isIn = agreed.length > 0 || isRefused.includes(false);
    return isIn && !isNo(oneChannel) ? "opt_in" : null;
  }

  /** What the columns of a field answer, each that says something. */
  private answers(field: ImportField, read: (text: string) => boolean | null): { answer: boolean; isOneChannel: boolean }[] {
    return this.columns(field).flatMap((column) => {
      const text = this.read(named(this.values, column));
      const { isYesWhenFilled = false, isOneChannel = false } = readHeader(column) ?? {};
      const answer = text === "" ? null : isYesWhenFilled ? holdsSince(text) : read(text);
      if (answer === null && text !== "" && !isYesWhenFilled) this.reasons.push(reason("not_yes_or_no", column, "says neither yes nor no"));
      return answer === null ? [] : [{ answer, isOneChannel }];
    });
  }

  flag(field: ImportField): boolean | null {
    return this.parsed(field, yesOrNo, "not_yes_or_no", "says neither yes nor no");
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
    this.reasons.push(reason(code, this.columns(field)[0] ?? null, detail));
    return null;
  }

  private text(field: ImportField): string {
    const [column] = this.columns(field);
    return column === undefined ? "" : this.read(named(this.values, column));
  }

  private columns(field: ImportField): readonly string[] {
    return this.columnsOf.get(field) ?? [];
  }

  private read(value: unknown): string {
    return this.lookups.isCsv ? csvTextOf(value) : textOf(value);
  }
}

function toChannel(text: string): ChannelName | null {
  const folded = foldText(text);
  return channels.find((channel) => channel === folded) ?? null;
}
