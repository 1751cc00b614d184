import { z } from 'zod';
import { ScoreDocument } from './case-schema.ts';

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
  signature: z
    .strictObject({
      state: z.enum(['none', 'good', 'broken']),
      public_key: z.string().nullable().describe('Base64 of the key that signed it'),
    })
    .optional()
    .describe('Of a case'),
  score: z
    .strictObject({
      same: z.boolean().describe('Does the replay come to the score that the case has?'),
      expected: z.number().nullable().describe('Points of the team, as the case says'),
      got: z.number().nullable(),
    })
    .nullable()
    .optional()
    .describe('Of a case; null when it has none, or when its run diverges'),
});

/** What `dwell score --json` prints. */
export const ScoreReport = z.strictObject({
  case: z.string(),
  team: z.string(),
  checksum: z.string().describe('Of the run as it was replayed'),
  score: ScoreDocument,
});

/** What `dwell report --json` prints. */
export const ReportReport = z.strictObject({
  path: z.string(),
  format: z.enum(['docx', 'md', 'json', 'csv', 'xapi', 'regression']),
  bytes: Count,
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
