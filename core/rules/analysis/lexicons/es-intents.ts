export const spanishIntents: Readonly<Record<string, string>> = {};
