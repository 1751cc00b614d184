import { z } from 'zod';

const Count = z.number().int().min(0);

/** What `dwell verify --json` prints. */
export const VerifyReport = z.strictObject({
  ok: z.boolean(),
  seal_broken: z.boolean().describe('The content is not the one that was sealed'),
  divergence: z
    .strictObject({
      at: Count.describe('Simulated ms'),
      iso: z.iso.datetime({ offset: true }),
      what: z.string(),
      expected: z.string(),
      got: z.string(),
    })
    .nullable()
    .describe('The first, when the replay differs'),
  checksum: z.string().describe('As the bundle says'),
});

/** What `dwell export --json` prints. */
export const ExportReport = z.strictObject({
  path: z.string(),
  format: z.enum(['ocsf-ndjson', 'parquet']),
  records: Count.describe('Rows written; parquet has the rows of endpoint_minute too'),
});

/** What `dwell bench --json` prints. */
export const BenchReport = z.strictObject({
  machine: z.strictObject({ node: z.string(), cpus: Count }),
  days: Count,
  scale: Count,
  storeRows: Count,
  rows: z.array(
    z.strictObject({
      name: z.string(),
      value: z.number(),
      unit: z.string(),
      ratio: z.number().nullable().describe('value ÷ the rate named in against'),
      against: z.string(),
    }),
  ),
});
