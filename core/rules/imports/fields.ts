import type { FieldFault } from "#core/errors.ts";
import type { ImportMapping } from "#core/model/import.ts";
import { named } from "#core/rules/named.ts";
import { foldText, namedWords } from "#core/rules/text.ts";

/** What a column of a file can become, beside `attribute:NAME`; each with the headers that are read as it, folded. */
const headers = {
  name: ["name", "fullname", "displayname", "contactname", "customername", "nombre", "nombrecompleto", "pangalan"],
  firstName: ["firstname", "givenname", "forename", "first"],
  lastName: ["lastname", "surname", "familyname", "last", "apellido", "apellidos"],
  email: ["email", "emailaddress", "mail", "correo", "correoelectronico"],
  phone: ["phone", "phonenumber", "telephone", "tel", "mobile", "mobilephone", "mobilenumber", "cell", "cellphone", "telefono", "celular", "movil"],
  company: ["company", "companyname", "organization", "organisation", "business", "empresa"],
  tags: ["tags", "tag", "labels", "label", "etiquetas"],
  channel: ["channel"],
  account: ["account", "channelaccount"],
  externalId: ["externalid", "channelid", "userid"],
  telegramId: ["telegramid", "telegramuserid", "telegram"],
  whatsappNumber: ["whatsappnumber", "whatsappphone", "whatsapp"],
  optedOut: ["optedout", "optout", "unsubscribed", "donotcontact", "donotdisturb"],
  consent: ["consent", "optin", "optedin", "subscribed", "marketingconsent", "acceptsmarketing"],
  branch: ["branch", "branchid", "branchname", "location", "sucursal"],
  owner: ["owner", "ownerid", "assignedto"],
  timeZone: ["timezone", "zone", "tz"],
  vip: ["vip"],
  notes: ["notes", "note", "comment", "comments", "remarks", "notas"],
  createdAt: ["createdat", "created", "createdon", "createddate", "datecreated", "dateadded", "signupdate"],
} as const;

export type ImportField = keyof typeof headers;
// The keys of the object above.
export const importFields = Object.keys(headers) as ImportField[];

const fieldOfHeader = new Map<string, ImportField>(
  importFields.flatMap((field) => headers[field].map((header): [string, ImportField] => [header, field])),
);

const attributePrefix = "attribute:";
const maxAttributeName = 100;

/** The attribute that a target names; null: it is a field of ours, or nothing. */
export function attributeOf(target: string): string | null {
  return target.startsWith(attributePrefix) ? target.slice(attributePrefix.length) : null;
}

export const isImportField = (target: string): target is ImportField => Object.hasOwn(headers, target);

/**
 * Every column with what it becomes: as `given` says, else by its header, which may be `attribute:NAME`. Each field takes
 * one column, the first; those left over become nothing.
 */
export function mappingOf(columns: readonly string[], given: ImportMapping = {}): ImportMapping {
  const taken = new Set(Object.values(given));
  const entries = columns.map((column): [string, string | null] => {
    const said = named(given, column);
    if (said !== undefined) return [column, said];
    const field = attributeOf(column) === null ? fieldOfHeader.get(namedWords(foldText(column)).join("")) : column;
    if (field === undefined || taken.has(field) || !isTarget(field)) return [column, null];
    taken.add(field);
    return [column, field];
  });
  return Object.fromEntries(entries);
}

/** What is wrong with a mapping that somebody gives; `columns` null: they are not known yet. */
export function faultsOf(mapping: ImportMapping, columns: readonly string[] | null): FieldFault[] {
  const known = columns && new Set(columns);
  const taken = new Set<string>();
  return Object.entries(mapping).flatMap(([column, target]) => {
    const fault = (detail: string) => [{ pointer: `/mapping/${escaped(column)}`, detail }];
    if (known && !known.has(column)) return fault("is not a column of the file");
    if (target === null) return [];
    if (taken.has(target)) return fault(`becomes ${target}, as another column does`);
    taken.add(target);
    return isTarget(target) ? [] : fault(`becomes none of ${importFields.join(", ")} or ${attributePrefix}NAME`);
  });
}

function isTarget(target: string): boolean {
  const attribute = attributeOf(target);
  if (attribute === null) return isImportField(target);
  return attribute.trim() !== "" && attribute.length <= maxAttributeName && attribute !== "__proto__";
}

/** As JSON pointers write it (RFC 6901). */
const escaped = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");
