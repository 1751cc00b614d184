import type { LogSource } from '../ir/detection.ts';

/** Names of fields in rules to paths in events, for all log sources and for some. */
export type FieldMap = {
  name: string;
  /** Where events say when they happened, if the map says so. */
  time: string | null;
  fields: ReadonlyMap<string, string>;
  /** For rules whose log source says all that the section's does; the later section goes first. */
  sections: readonly FieldMapSection[];
};

export type FieldMapSection = {
  logSource: LogSource;
  time: string | null;
  fields: ReadonlyMap<string, string>;
};

/** Where a field of a rule stands in events; a field the map does not name keeps its name. */
export function mapField(map: FieldMap, logSource: LogSource, field: string): string {
  for (const section of sectionsOf(map, logSource)) {
    const path = section.fields.get(field);
    if (path !== undefined) return path;
  }
  return map.fields.get(field) ?? field;
}

/** Where events of a log source say when they happened, or null when the map does not know. */
export function mapTime(map: FieldMap, logSource: LogSource): string | null {
  return sectionsOf(map, logSource).find(({ time }) => time !== null)?.time ?? map.time;
}

/** Those that apply, the one that goes first first. */
function sectionsOf(map: FieldMap, logSource: LogSource): FieldMapSection[] {
  return map.sections
    .filter((section) =>
      (['category', 'product', 'service'] as const).every(
        (key) => section.logSource[key] === undefined || section.logSource[key] === logSource[key],
      ),
    )
    .toReversed();
}
