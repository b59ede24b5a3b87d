import type { ReadingRecord } from "#core/model/records.ts";
import type { AnalystName } from "#core/model/vocabulary.ts";

/** The reading that counts: of the analyst that settings rank first, its newest version. Null when no ranked analyst has read. */
export function effectiveReading<T extends Pick<ReadingRecord, "analyst" | "version">>(
  readings: readonly T[],
  ranked: readonly AnalystName[],
): T | null {
  for (const analyst of ranked) {
    const own = readings.filter((reading) => reading.analyst === analyst);
    if (own.length > 0) return own.reduce((newest, reading) => (compareVersions(reading.version, newest.version) > 0 ? reading : newest));
  }
  return null;
}

/** By numbers where there are numbers: "10" comes after "9", "2.1" after "2". */
function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
