import type { ColumnFieldType } from './source.ts';
import { bound } from './sql-text.ts';

const NUMBER = '^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?$';
const MS_MIN = -62_135_596_800_000;
const MS_MAX = 253_402_300_799_999;

/** `numberOf` of a text column as DOUBLE: a cast alone also takes `0x10`, `1_000`, `inf` and spaces. */
export function textNumber(expr: string): string {
  const number = `TRY_CAST(${expr} AS DOUBLE)`;
  return `CASE WHEN regexp_matches(${expr}, '${NUMBER}') AND isfinite(${number}) THEN ${number} END`;
}

/** `momentOf` of a column as BIGINT milliseconds. */
export function columnMoment(expr: string, type: ColumnFieldType): string {
  if (type === 'time') return `epoch_ms(${expr})`;
  if (type === 'integer') return numberMoment(`(${expr})::DOUBLE`);
  return type === 'text'
    ? `coalesce(${numberMoment(textNumber(expr))}, ${isoMoment(expr)})`
    : 'NULL::BIGINT';
}

/** Seconds below 1e11, else milliseconds. */
function numberMoment(number: string): string {
  const ms = bound('n', number, 'floor(CASE WHEN abs(n) < 1e11 THEN n * 1000 ELSE n END)');
  return within(`TRY_CAST(${ms} AS BIGINT)`);
}

const DATE = '[0-9]{4}-[0-9]{2}-[0-9]{2}';
const TIME = '([01][0-9]|2[0-3]):[0-5][0-9]';
const SECONDS = ':[0-5][0-9]([.,][0-9]{1,9})?';
const OFFSET = '[zZ]|[+-][0-9]{2}:?[0-9]{2}';
const ISO = `^${DATE}([Tt ]${TIME}(${SECONDS})?)?(${OFFSET})?$`;

/** The parts are cut out and added up: casts read offsets and fractions differently. */
function isoMoment(expr: string): string {
  const day = `epoch_ms(TRY_CAST(left(${expr}, 10) AS TIMESTAMP))`;
  const part = (pattern: string, group: number) =>
    `coalesce(TRY_CAST(regexp_extract(${expr}, '${pattern}', ${group}) AS BIGINT), 0)`;
  const clock = `^${DATE}[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?`;
  const fraction = `coalesce(TRY_CAST(rpad(left(regexp_extract(${expr}, '[.,]([0-9]+)', 1), 3), 3, '0') AS BIGINT), 0)`;
  const zone = '([+-])([0-9]{2}):?([0-9]{2})$';
  // A date by itself ends like an offset: -12-31.
  const zoned = `regexp_matches(${expr}, '(${DATE}|:[0-9]{2}|[.,][0-9]+)${zone}')`;
  const sign = `CASE WHEN NOT ${zoned} THEN 0 WHEN regexp_extract(${expr}, '${zone}', 1) = '-' THEN 1 ELSE -1 END`;
  const ms =
    `${day} + ${part(clock, 1)} * 3600000 + ${part(clock, 2)} * 60000 + ${part(clock, 3)} * 1000 + ` +
    `${fraction} + (${sign}) * (${part(zone, 2)} * 60 + ${part(zone, 3)}) * 60000`;
  return within(`CASE WHEN regexp_matches(${expr}, '${ISO}') THEN ${ms} END`);
}

function within(ms: string): string {
  return bound('ms', ms, `CASE WHEN ms BETWEEN ${MS_MIN} AND ${MS_MAX} THEN ms END`);
}
