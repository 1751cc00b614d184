/** Places of records in a set. */
export type Rows = Uint32Array;

const free: Rows[] = [];

/** An array with room for `length` rows for as long as `work` runs; what is in it is left over from others. */
export function withRows<T>(length: number, work: (rows: Rows) => T): T {
  let rows = free.pop();
  if (!rows || rows.length < length) rows = new Uint32Array(length);
  try {
    return work(rows);
  } finally {
    free.push(rows);
  }
}
