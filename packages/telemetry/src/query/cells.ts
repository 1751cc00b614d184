import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api';

/** A value as JSON carries it. Integers beyond 2^53 are strings; times are ISO text in UTC. */
export type Cell = string | number | boolean | null;

function integer(value: bigint): number | string {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value.toString();
}

function isoFromMs(ms: number, fallback: () => string): string {
  return Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : fallback();
}

/** One value of a result as a cell. */
export function toCell(value: DuckDBValue): Cell {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return integer(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) {
    return isoFromMs(Number(value.micros / 1000n), () => value.toString());
  }
  if (value instanceof DuckDBTimestampMillisecondsValue)
    return isoFromMs(Number(value.millis), () => value.toString());
  if (value instanceof DuckDBTimestampSecondsValue)
    return isoFromMs(Number(value.seconds) * 1000, () => value.toString());
  if (value instanceof DuckDBTimestampNanosecondsValue)
    return isoFromMs(Number(value.nanos / 1_000_000n), () => value.toString());
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBDecimalValue) {
    if (value.scale === 0) return integer(value.value);
    const number = Number(value.toString());
    return Number.isFinite(number) ? number : value.toString();
  }
  return String(value);
}

/** Rough bytes of a cell on its way to a reader. */
export function cellBytes(cell: Cell): number {
  return typeof cell === 'string' ? cell.length + 3 : 9;
}
