export const toneWords: ReadonlyMap<string, number> = new Map();
