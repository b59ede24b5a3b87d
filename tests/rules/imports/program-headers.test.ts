import { describe, expect, it } from "vitest";
import { mappingOf } from "#core/rules/imports/fields.ts";

/** Header rows as programs write them, and what is read of them; what is not named here is left out. */
const files: [program: string, header: string, fields: Record<string, string>][] = [
  [
    "Google Contacts until 2024",
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Name Prefix,Name Suffix,Nickname,Birthday,Gender,Occupation,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Address 1 - Type,Address 1 - Formatted,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Website 1 - Type,Website 1 - Value",
    {
      ...{ Name: "name", "Given Name": "firstName", "Additional Name": "middleName", "Family Name": "lastName", Notes: "notes" },
      ...{ "Group Membership": "tags", "E-mail 1 - Type": "attribute:E-mail 1 - Type", "E-mail 1 - Value": "email" },
      ...{ "E-mail 2 - Type": "attribute:E-mail 2 - Type", "E-mail 2 - Value": "otherEmail", "Phone 1 - Value": "phone" },
      ...{ "Phone 1 - Type": "attribute:Phone 1 - Type", "Phone 2 - Type": "attribute:Phone 2 - Type", "Phone 2 - Value": "otherPhone" },
      ...{ "Organization 1 - Name": "company" },
    },
  ],
  [
    "Google Contacts",
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted",
    {
      ...{ "First Name": "firstName", "Middle Name": "middleName", "Last Name": "lastName", "Organization Name": "company", Notes: "notes" },
      ...{ Labels: "tags", "E-mail 1 - Label": "attribute:E-mail 1 - Label", "E-mail 1 - Value": "email", "Phone 1 - Value": "phone" },
      ...{ "Phone 1 - Label": "attribute:Phone 1 - Label", "Phone 2 - Label": "attribute:Phone 2 - Label", "Phone 2 - Value": "otherPhone" },
    },
  ],
  [
    "Outlook",
    "First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,Birthday,Anniversary,Language,Internet Free Busy,Notes,E-mail Address,E-mail 2 Address,E-mail 3 Address,Primary Phone,Home Phone,Home Phone 2,Mobile Phone,Pager,Home Fax,Home Address,Home Street,Home City,Spouse,Manager's Name,Assistant's Name,Referred By,Company Main Phone,Business Phone,Business Fax,Assistant's Phone,Company,Job Title,Department,Business Address,Other Phone,Callback,Car Phone,E-mail Type,E-mail Display Name,Categories",
    {
      ...{ "First Name": "firstName", "Middle Name": "middleName", "Last Name": "lastName", Notes: "notes", "E-mail Address": "email" },
      ...{ "E-mail 2 Address": "otherEmail", "E-mail 3 Address": "otherEmail", "Mobile Phone": "phone", "Primary Phone": "otherPhone" },
      ...{ "Home Phone": "otherPhone", "Home Phone 2": "otherPhone", "Business Phone": "otherPhone", "Other Phone": "otherPhone" },
      ...{ Callback: "otherPhone", "Car Phone": "otherPhone", Company: "company", Categories: "tags" },
    },
  ],
  [
    "HubSpot",
    "Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,WhatsApp Phone Number,Contact owner,Lead Status,Marketing contact status,Create Date,Company Name,Additional email addresses,Unsubscribed from all email,Opted out of email: Marketing Information,Email hard bounce reason",
    {
      ...{ "First Name": "firstName", "Last Name": "lastName", Email: "email", "Phone Number": "phone", "Mobile Phone Number": "otherPhone" },
      ...{ "WhatsApp Phone Number": "whatsappNumber", "Lead Status": "subscription", "Marketing contact status": "subscription" },
      ...{ "Create Date": "createdAt", "Company Name": "company", "Additional email addresses": "otherEmail" },
      ...{ "Unsubscribed from all email": "optedOut", "Opted out of email: Marketing Information": "optedOut" },
    },
  ],
  [
    "Mailchimp",
    "Email Address,First Name,Last Name,Address,Phone Number,Birthday,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,LAST_CHANGED,LEID,EUID,NOTES,TAGS",
    {
      ...{ "Email Address": "email", "First Name": "firstName", "Last Name": "lastName", "Phone Number": "phone", OPTIN_TIME: "consent" },
      ...{ TIMEZONE: "timeZone", UNSUB_TIME: "optedOut", CLEAN_TIME: "optedOut", NOTES: "notes", TAGS: "tags" },
    },
  ],
  [
    "Shopify",
    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address City,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags",
    {
      ...{
        "First Name": "firstName",
        "Last Name": "lastName",
        Email: "email",
        "Accepts Email Marketing": "consent",
        "Default Address Company": "company",
      },
      ...{ Phone: "phone", "Default Address Phone": "otherPhone", "Accepts SMS Marketing": "consent", Note: "notes", Tags: "tags" },
    },
  ],
  [
    "Brevo",
    "CONTACT ID,EMAIL,FIRSTNAME,LASTNAME,SMS,WHATSAPP,LANDLINE_NUMBER,EXT_ID,EMAIL_BLACKLISTED,SMS_BLACKLISTED,ADDED_TIME,MODIFIED_TIME",
    {
      ...{ EMAIL: "email", FIRSTNAME: "firstName", LASTNAME: "lastName", SMS: "phone", WHATSAPP: "whatsappNumber", LANDLINE_NUMBER: "otherPhone" },
      ...{ EMAIL_BLACKLISTED: "optedOut", SMS_BLACKLISTED: "optedOut", ADDED_TIME: "createdAt" },
    },
  ],
  ["Brevo in French", "EMAIL,PRENOM,NOM,SMS", { EMAIL: "email", PRENOM: "firstName", NOM: "lastName", SMS: "phone" }],
  [
    "Chatwoot",
    "id,name,email,phone_number,identifier,company_name,labels,blocked,created_at",
    {
      ...{ name: "name", email: "email", phone_number: "phone", company_name: "company", labels: "tags", blocked: "optedOut" },
      ...{ created_at: "createdAt" },
    },
  ],
  [
    "Apple Contacts",
    "First name,Last name,Organization,Mobile phone,Home phone,Work phone,Home email,Work email,Note,Groups",
    {
      ...{ "First name": "firstName", "Last name": "lastName", Organization: "company", "Mobile phone": "phone", "Home phone": "otherPhone" },
      ...{ "Work phone": "otherPhone", "Home email": "email", "Work email": "otherEmail", Note: "notes", Groups: "tags" },
    },
  ],
  [
    "ActiveCampaign",
    "Contact ID,Email,First Name,Last Name,Phone,Organization Name,Date Created,IP Address,Tags,Lists",
    {
      ...{ Email: "email", "First Name": "firstName", "Last Name": "lastName", Phone: "phone", "Organization Name": "company" },
      ...{ "Date Created": "createdAt", Tags: "tags", Lists: "tags" },
    },
  ],
  [
    "Klaviyo",
    "Klaviyo ID,Email,First Name,Last Name,Organization,Title,Phone Number,Email Marketing Consent,Email Marketing Consent Timestamp,Email Suppressions,SMS Marketing Consent,Email Lists,Profile Created On",
    {
      ...{ Email: "email", "First Name": "firstName", "Last Name": "lastName", Organization: "company", "Phone Number": "phone" },
      ...{ "Email Marketing Consent": "consent", "Email Marketing Consent Timestamp": "consent", "Email Suppressions": "optedOut" },
      ...{ "SMS Marketing Consent": "consent", "Email Lists": "tags", "Profile Created On": "createdAt" },
    },
  ],
  [
    "Zoho",
    "Record Id,Contact Owner,Lead Source,First Name,Last Name,Account Name,Email,Secondary Email,Phone,Mobile,Home Phone,Fax,Email Opt Out,Unsubscribed Mode,Unsubscribed Time,Created Time,Tag,Description",
    {
      ...{ "First Name": "firstName", "Last Name": "lastName", "Account Name": "company", Email: "email", "Secondary Email": "otherEmail" },
      ...{ Phone: "phone", Mobile: "otherPhone", "Home Phone": "otherPhone", "Email Opt Out": "optedOut", "Unsubscribed Time": "optedOut" },
      ...{ "Created Time": "createdAt", Tag: "tags", Description: "notes" },
    },
  ],
  [
    "Salesforce",
    "ID,SALUTATION,FIRSTNAME,LASTNAME,EMAIL,PHONE,MOBILEPHONE,HOMEPHONE,FAX,HASOPTEDOUTOFEMAIL,HASOPTEDOUTOFFAX,DONOTCALL,CREATEDDATE,MAILINGSTREET,MAILINGCITY,DESCRIPTION",
    {
      ...{ FIRSTNAME: "firstName", LASTNAME: "lastName", EMAIL: "email", PHONE: "phone", MOBILEPHONE: "otherPhone", HOMEPHONE: "otherPhone" },
      ...{ HASOPTEDOUTOFEMAIL: "optedOut", DONOTCALL: "optedOut", CREATEDDATE: "createdAt", DESCRIPTION: "notes" },
    },
  ],
  [
    "Pipedrive",
    "Person - Name,Person - First name,Person - Last name,Person - Organization,Person - Label,Person - Owner,Person - Email - Work,Person - Email - Home,Person - Phone - Work,Person - Phone - Mobile,Person - Marketing status,Person - Person created",
    {
      ...{ "Person - Name": "name", "Person - First name": "firstName", "Person - Last name": "lastName", "Person - Organization": "company" },
      ...{ "Person - Label": "tags", "Person - Email - Work": "email", "Person - Email - Home": "otherEmail", "Person - Phone - Mobile": "phone" },
      ...{ "Person - Phone - Work": "otherPhone", "Person - Marketing status": "subscription", "Person - Person created": "createdAt" },
    },
  ],
  [
    "WooCommerce",
    "Name,Username,Last active,Sign up,Email,Orders,Total spend,AOV,Country / Region,City,Region,Postal code",
    { Name: "name", "Sign up": "createdAt", Email: "email" },
  ],
  [
    "a shop's orders",
    "billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,shipping_first_name",
    {
      ...{ billing_first_name: "firstName", billing_last_name: "lastName", billing_company: "company", billing_email: "email" },
      ...{ billing_phone: "phone" },
    },
  ],
  [
    "Square",
    "Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,Street Address 1,Birthday,Memo,Square Customer ID,Creation Source,First Visit,Transaction Count,Email Subscription Status,Instant Profile,Blocked from online booking",
    {
      ...{ "First Name": "firstName", "Last Name": "lastName", "Email Address": "email", "Phone Number": "phone", "Company Name": "company" },
      ...{ Memo: "notes", "Email Subscription Status": "subscription" },
    },
  ],
  [
    "Squarespace",
    "Email,First Name,Last Name,Shipping Name,Subscriber Since,Subscriber Source,Accepts Marketing,Tags,Created On",
    {
      ...{ Email: "email", "First Name": "firstName", "Last Name": "lastName", "Subscriber Since": "consent", "Accepts Marketing": "consent" },
      ...{ Tags: "tags", "Created On": "createdAt" },
    },
  ],
  [
    "Constant Contact",
    "Email address,First name,Last name,Company,Job title,Email status,Email permission status,Email update source,Confirmed Opt-Out Date,Confirmed Opt-Out Source,Confirmed Opt-Out Reason,Phone - work,Phone - mobile,Tags,Email Lists,Created At",
    {
      ...{ "Email address": "email", "First name": "firstName", "Last name": "lastName", Company: "company", "Email status": "subscription" },
      ...{ "Email permission status": "subscription", "Confirmed Opt-Out Date": "optedOut", "Phone - mobile": "phone", "Phone - work": "otherPhone" },
      ...{ Tags: "tags", "Email Lists": "tags", "Created At": "createdAt" },
    },
  ],
];

const read = (header: string) => Object.fromEntries(Object.entries(mappingOf(header.split(","))).filter(([, field]) => field !== null));

describe("a file of another program", () => {
  it.each(files)("%s is recognised by its header", (_program, header, fields) => {
    expect(read(header)).toEqual(fields);
  });

  it.each([
    "opted out",
    "Opt-out",
    "Unsubscribed",
    "unsubscribed_at",
    "Is Unsubscribed",
    "Do Not Contact",
    "do_not_email",
    "DNC",
    "No marketing",
    "Blacklisted",
    "Email blacklisted",
    "SMS opt out",
    "Suppressed",
    "Baja",
  ])("%s opts out whoever says yes", (header) => {
    expect(read(header)).toEqual({ [header]: "optedOut" });
  });

  it.each([
    "Accepts Marketing",
    "accepts_marketing",
    "Opted In",
    "Opt-in",
    "Newsletter",
    "Subscribed",
    "Marketing consent",
    "GDPR consent",
    "Can be contacted",
    "Consenso marketing",
    "Toestemming",
    "Nieuwsbrief",
    "Zgoda marketingowa",
    "Согласие на рассылку",
    "マーケティング同意",
    "마케팅 수신동의",
    "Receives marketing emails",
    "Email permission",
  ])("%s opts out whoever says no", (header) => {
    expect(read(header)).toEqual({ [header]: "consent" });
  });

  it.each([
    "Unsubscribe reason",
    "OPTIN_IP",
    "Fax opt out",
    "Email verified",
    "Phone type",
    "Phonetic Last Name",
    "Mailing address",
    "Username",
    "Lead owner",
    "Shipping Name",
    "Company Main Phone",
    "Message count",
  ])("%s is none of ours", (header) => {
    expect(read(header)).toEqual({});
  });

  it.each([
    ["email", ["メールアドレス", "邮箱地址", "电子邮箱", "电子邮件", "이메일 주소", "E-mailadres", "Indirizzo email", "Почта", "Электронная почта"]],
    ["email", ["Adres e-mail", "E-posta", "Sähköposti", "อีเมล", "Địa chỉ email", "Alamat Email", "البريد الإلكتروني", "אימייל", "ईमेल"]],
    [
      "phone",
      ["電話番号", "携帯電話", "手机号", "手机号码", "联系电话", "전화번호", "휴대폰 번호", "Telefoonnummer", "Telefonnummer", "Mobilnummer"],
    ],
    ["phone", ["Téléphone portable", "Cellulare", "Numero di telefono", "Номер телефона", "Мобильный телефон", "Numer telefonu", "Telefon numarası"]],
    ["phone", ["เบอร์โทร", "Số điện thoại", "رقم الهاتف", "טלפון", "No. HP", "Nomor HP", "Telemóvel", "फ़ोन"]],
    ["name", ["ФИО", "이름", "Họ và tên", "Nama Lengkap", "Ad Soyad", "Imię i nazwisko", "ชื่อ", "الاسم", "Naam"]],
    ["lastName", ["Фамилия", "Nazwisko", "Efternamn", "Soyad", "姓"]],
    ["company", ["会社名", "公司", "회사", "Компания", "Bedrijf"]],
  ])("%s is written %j in other languages", (field, headers) => {
    for (const header of headers) expect(read(header)).toEqual({ [header]: field });
  });
});
