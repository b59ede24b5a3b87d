const names = [
  "january jan enero",
  "february feb febrero pebrero",
  "march marzo marso",
  "april abril",
  "may mayo",
  "june junio hunyo",
  "july julio hulyo",
  "august aug agosto",
  "september sept septiembre setyembre",
  "october oct octubre oktubre",
  "november nov noviembre nobyembre",
  "december dec diciembre disyembre",
];

/** Names of the months in three languages, to their numbers. */
export const monthNames: ReadonlyMap<string, number> = new Map(
  names.flatMap((list, index) => list.split(" ").map((name) => [name, index + 1] as const)),
);
