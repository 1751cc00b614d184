import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeMatches, likePattern } from './like.ts';

test('matching known values agrees with ILIKE in the database', async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const text = fc.string({
    unit: fc.constantFrom('a', 'B', 'b', '*', '?', '%', '_', '\\', '.', '-', '한'),
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(text, text, async (value, written) => {
      const pattern = likePattern(written);
      const read = await connection.runAndReadAll(
        `SELECT $1::VARCHAR ILIKE $2::VARCHAR ESCAPE '\\'`,
        [value, pattern],
      );
      expect(likeMatches(value, pattern), `${value} ILIKE ${pattern}`).toBe(read.getRows()[0]![0]);
    }),
    { numRuns: 500 },
  );
  instance.closeSync();
});

test('many wildcards cost no more than text times pattern', () => {
  expect(likeMatches('a'.repeat(2000), `${'%a'.repeat(1000)}b`)).toBe(false);
});
