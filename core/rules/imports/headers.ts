import { foldPattern, foldText, namedWords } from "#core/rules/text/text.ts";
import type { ImportField } from "./import-field.ts";

/** What a header names, and how well: of several columns for one field, the lowest rank is taken.
 * `isYesWhenFilled`: it says when or why, and so that it is so. `isOneChannel`: it asks about text messages alone. */
export type HeaderReading = { field: ImportField; rank: number; isYesWhenFilled?: boolean; isOneChannel?: boolean };

/** Headers without blanks, signs, accents and case that are read as a field, whatever file they stand in. */
export const exactHeaders = {
  name: [
    ...["name", "fullname", "displayname", "contactname", "customername", "clientname", "nombre", "nombrecompleto", "pangalan"],
    ...["nomcomplet", "nomecompleto", "nome", "姓名", "名前", "氏名", "お名前", "имя", "фио", "имяифамилия", "імя", "піб"],
    ...["vollstandigername", "volledigenaam", "naam", "nama", "namalengkap", "imieinazwisko", "adsoyad", "hovaten", "hoten", "이름", "성명"],
    ...["ชื่อ", "ชื่อนามสกุล", "الاسم", "الاسمالكامل", "שם", "שםמלא", "नाम", "ονοματεπωνυμο", "namn", "navn", "nimi"],
  ],
  firstName: [
    ...["firstname", "givenname", "forename", "first", "fname", "vorname", "prenom", "nombres", "primernombre", "voornaam"],
    ...["primeironome", "fornamn", "fornavn", "etunimi", "imie", "jmeno", "prenume", "ονομα", "名"],
  ],
  middleName: ["middlename", "additionalname", "middle", "middleinitial", "segundonombre"],
  lastName: [
    ...["lastname", "surname", "familyname", "last", "lname", "apellido", "apellidos", "nachname", "nom", "nomdefamille"],
    ...["sobrenome", "apelido", "cognome", "achternaam", "efternamn", "etternavn", "efternavn", "sukunimi", "nazwisko", "prijmeni", "фамилия"],
    ...["прізвище", "soyad", "soyadi", "επωνυμο", "姓"],
  ],
  company: [
    ...["company", "companyname", "organization", "organisation", "organizationname", "organisationname", "business", "businessname", "empresa"],
    ...[
      "accountname",
      "associatedcompany",
      "primaryassociatedcompany",
      "firma",
      "unternehmen",
      "societe",
      "entreprise",
      "azienda",
      "bedrijf",
      "foretag",
      "virksomhed",
      "yritys",
    ],
    ...[
      "perusahaan",
      "sirket",
      "congty",
      "компания",
      "организация",
      "компанія",
      "会社",
      "会社名",
      "公司",
      "公司名称",
      "회사",
      "회사명",
      "บริษัท",
      "الشركة",
      "חברה",
    ],
  ],
  tags: [
    ...["tags", "tag", "labels", "label", "etiquetas", "etiqueta", "categories", "category", "groupmembership", "groups", "group"],
    ...[
      "lists",
      "list",
      "emaillists",
      "listnames",
      "customertags",
      "schlagworter",
      "etiketten",
      "etichette",
      "标签",
      "標籤",
      "タグ",
      "метки",
      "теги",
      "태그",
    ],
  ],
  channel: ["channel"],
  account: ["account", "channelaccount"],
  externalId: ["externalid", "channelid", "userid"],
  telegramId: ["telegramid", "telegramuserid", "telegram"],
  branch: ["branch", "branchid", "branchname", "location", "sucursal"],
  owner: ["owner", "ownerid", "assignedto"],
  timeZone: ["timezone", "zone", "tz"],
  vip: ["vip"],
  notes: [
    ...["notes", "note", "comment", "comments", "remarks", "notas", "memo", "description", "customernote", "internalnote", "bemerkung"],
    ...["bemerkungen", "notizen", "notities", "备注", "備註", "備考", "メモ", "примечание", "заметки", "비고", "메모"],
  ],
  createdAt: [
    ...["createdat", "created", "createdon", "createddate", "datecreated", "dateadded", "signupdate", "createdate", "createdtime"],
    ...["addedtime", "addedon", "addedat", "signup", "registrationdate", "dateregistered", "userregistered", "customersince", "membersince"],
  ],
} as const satisfies Partial<Record<ImportField, readonly string[]>>;

// The keys of the object above, with the texts that stand under them.
const entries = Object.entries(exactHeaders) as [keyof typeof exactHeaders, readonly string[]][];
const fieldOfExact = new Map<string, ImportField>(entries.flatMap(([field, headers]) => headers.map((header) => [squashed(header), field] as const)));

/** Words for whose column it is, as Pipedrive ("Person - Email"), Shopify ("Default Address Phone") and shops ("Billing Email") write them. */
const whose = "person|contacts?|customer|client|lead|subscriber|member|profile|billing|consumer|defaultaddress";
const whoseFirst = new RegExp(`^(?:${whose})+(?=.)`);
/** Fields that are somebody's whatever stands before them: "Billing Name" is one, "Lead Owner" is none of our staff. */
const ownFields: readonly ImportField[] = ["name", "firstName", "middleName", "lastName", "company", "tags", "notes", "createdAt", "timeZone"];

const which = "user|account|primary|preferred|main|principal|default|work|home|business|office|personal|private|school|trabajo|casa";
const further = "other|secondary|second|alternate|alternative|additional|otro|otra";
const numbered = `${whose}|${which}|${further}|\\d+|value|ad{1,2}res(?:s|ses|se)?|de|del|di`;
const emailHeader = wordsAround(
  "e?mail(?:id)?|correo(?:electronico)?|courriel|epost|eposta|sahkoposti|メール(?:アドレス)?|(?:电子)?邮(?:箱|件)|電子郵件|電郵|이메일|(?:электроннаяпочта|элпочта|почта|имейл)|(?:електроннапошта|пошта)|อีเมล|البريدالالكتروني|بريدالكتروني|אימייל|דואל|דואראלקטרוני|ईमेल",
  `${numbered}|direccion|indirizzo|endereco|alamat|diachi|adresi|地址|주소|адрес`,
);
const phoneHeader = wordsAround(
  "phones?|telephone|telefono?|telefone|tel|mobile?|movil|cell(?:ular)?|cellphone|celular|handy|sms|gsm|landline|callback|contactn(?:umber|o)|telefoon|telefon[iu]?|mobiel|telemovel|portable|cellulare|komorkowy|puhelin|hp|ponsel|sodienthoai|dienthoai|(?:携帯|联系|聯絡)?(?:電話|电话)|手机|手機|휴대(?:폰|전화)|전화|телефона?|мобильн(?:ый|ого)|мобільний|เบอร์โทร(?:ศัพท์)?|โทรศัพท์|(?:رقم)?(?:الهاتف|الجوال|الموبايل)|טלפון|נייד|फ\u093c?ोन|τηλεφωνο|κινητο",
  `${numbered}|numbers?|numero|nummer|numer|numarasi|nomor|номер|番号|号码?|號碼|번호|no|nr|num|day|evening|car|radio`,
);
const whatsappHeader = new RegExp(`^(?:${whose})*(?:whatsapp|wa)(?:phone|mobile|number|numero|no)*$`);
const mobile = /mobi|movil|cell|celular|handy|sms|portable|komorkowy|手机|手機|携帯|휴대|мобил|мобіл|الجوال|נייד|κινητο/;

function wordsAround(words: string, around: string): RegExp {
  return new RegExp(foldPattern(`^(?:${around})*(?:(?:${words})(?:${around})*)+$`));
}

/** What says something about a consent, and is none: who asked, on which page, why it ended. */
const aboutConsent =
  /reason|campaign(?:id|title|name)?$|(?<!re)source$|(?:optin|consent|confirm|optout)ip$|method$|mode$|level|title|count$|by$|url$|link$|token|page$|id$|(?:consent|optin|optout)text$|fax|language|updated/;
const optOutHeader = anyOf(
  "opt(?:ed)?out|unsubscri|desubscri|^unsub|black?list|blocklist|suppress|^dn[cd]$",
  "do(?:not|nt)(?:contact|call|e?mail|sms|text|message|market|disturb|solicit|write|send)",
  "^no(?:marketing|e?mails?|sms|contact|promotions?|newsletter)$|^(?:is)?(?:clean(?:ed)?|blocked)(?:time|date|at|on)?$",
  "^(?:dadode)?baja$|abgemeldet|abmelde|desinscri|desabonn|descadastr|disiscri|afgemeld|uitgeschreven|abbestellt|wypisan|nocontactar|noenviar|退订|退訂|отпис|відпис|配信停止|수신거부",
  "^(?:listanegra|listenoire)$",
);
const consentHeader = anyOf(
  "opt(?:ed)?in|consent|accept\\w*marketing|marketingaccept|accepts(?:e?mail|sms|whatsapp)|subscribed|^subscriber(?:since|date)$|newsletter",
  "marketing(?:permission|allowed)|^(?:e?mail|sms)marketing$|permissionto|can(?:be)?(?:contact|e?mail|text)|okto(?:e?mail|contact|text)|gdpr",
  "einwilligung|zustimmung|aceptamarketing|aceptapublicidad|suscrito|inscrit|^abonne|^consens[ou]|consensomarketing|toestemming|nieuwsbrief|zgoda",
  "(?:receives?|wants)(?:marketing|promo|newsletter|e?mail|sms|text|updates|offers)|(?:e?mail|sms|contact)permission$",
  "согласие|рассылк|згода|同意|동의|onay|samtycke|samtykke|novidades",
);
/** Answers in words of their own, of which those that refuse or agree are known. */
const statusHeader = anyOf(
  "^(?:e?mail|sms|whatsapp|marketing|subscri(?:ber|ption)|permission|optin|consent|member|contact|list|person|profile|customer|lead)*status$",
  "(?:consent|subscription|marketing|permission)(?:state|status|permissions)$",
);
/** A column about text messages alone, since a person may refuse those and accept e-mail. */
const oneChannel = /sms|text|whatsapp/;
const timeHeader = /(?:time|date|timestamp|since)$|(?:ed|in|out|ation)(?:at|on)$/;

function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(foldPattern(patterns.join("|")));
}

/** The field that a header names, whichever program has written it; null: none. */
export function readHeader(header: string): HeaderReading | null {
  const text = squashed(header);
  const exact = fieldOfExact.get(text);
  if (exact !== undefined) return { field: exact, rank: 0 };
  return readConsent(text) ?? readAddress(text) ?? readOwn(text);
}

/** The header of the column that says what kind of address another holds: "Phone 1 - Type" beside "Phone 1 - Value". */
export function labelHeaders(header: string): string[] {
  return /value$/i.test(header) ? ["Label", "Type", "label", "type"].map((end) => header.replace(/value$/i, end)) : [];
}

function squashed(header: string): string {
  return namedWords(foldText(header)).join("");
}

/** The numbers that shops give to columns of one kind say nothing where there is one of them: "Organization 1 - Name". */
function readOwn(text: string): HeaderReading | null {
  const plain = text.replace(whoseFirst, "").replace(/1/, "");
  const field = plain === text ? undefined : fieldOfExact.get(plain);
  return field !== undefined && ownFields.includes(field) ? { field, rank: 1 } : null;
}

function readConsent(text: string): HeaderReading | null {
  if (aboutConsent.test(text)) return null;
  if (statusHeader.test(text)) return { field: "subscription", rank: 0 };
  const field = optOutHeader.test(text) ? "optedOut" : consentHeader.test(text) ? "consent" : null;
  return field && { field, rank: 0, isYesWhenFilled: timeHeader.test(text) || /suppress/.test(text), isOneChannel: oneChannel.test(text) };
}

function readAddress(text: string): HeaderReading | null {
  if (whatsappHeader.test(text)) return { field: "whatsappNumber", rank: 0 };
  const kind = emailHeader.test(text) ? "email" : phoneHeader.test(text) ? "phone" : null;
  return kind && { field: kind, rank: rankOf(text, kind) };
}

/** The person's own before those of home and work, the first before the second; of phones the mobile, which takes messages. */
function rankOf(text: string, kind: "email" | "phone"): number {
  const place = Number(/\d+/.exec(text)?.[0] ?? 1) - 1;
  const isFurther = new RegExp(further).test(text);
  const isPlain =
    kind === "email" ? !/work|home|business|office|school|billing/.test(text) : mobile.test(text) || /^phone(?:number|no|1value)?$/.test(text);
  return place * 2 + (isFurther ? 10 : 0) + (isPlain ? 0 : 1);
}
