/** What a column of a file can become, beside `attribute:NAME`. */
export const importFields = [
  ...["name", "firstName", "middleName", "lastName", "email", "otherEmail", "phone", "otherPhone", "company", "tags"],
  ...["channel", "account", "externalId", "telegramId", "whatsappNumber", "optedOut", "consent", "subscription"],
  ...["branch", "owner", "timeZone", "vip", "notes", "createdAt"],
] as const;
export type ImportField = (typeof importFields)[number];

export const isImportField = (target: string): target is ImportField => importFields.some((field) => field === target);
