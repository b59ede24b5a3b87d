export const tagalogIntents: Readonly<Record<string, string>> = {};
