import { z } from 'zod';
import { blockSchema } from './block-schema.ts';
import { historySchema } from './history-schema.ts';
import { maybeTime, shape, text, time } from './parts.ts';
import { scoreSchema } from './score-schema.ts';

export const FORMAT = 'dwell-report-1';

const language = z.enum(['en', 'ko']);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day such as 2026-11-23');

const improvement = shape({
  id: z.string(),
  text: z.string(),
  owner: z.string(),
  due: day.nullable(),
  measure: z.string(),
  status: z.enum(['open', 'doing', 'done', 'dropped']),
  objective: z.string().nullable(),
  by: z.string(),
  carries: shape({
    kind: z.enum(['rule', 'playbook']),
    name: z.string(),
    text: z.string(),
  }).nullable(),
});

const sourceSchema = shape({
  title: z.string(),
  team: z.string(),
  exercise: text,
  summary: text,
  day: day.nullable(),
  language,
  history: historySchema,
  score: scoreSchema,
  wash: z.array(
    shape({
      id: z.string(),
      kind: z.enum(['strength', 'gap']),
      text: z.string(),
      by: z.string(),
    }),
  ),
  improvements: z.array(improvement),
  whatIfs: z.array(
    shape({
      title: text,
      accounts: z.number(),
      days: z.number().nullable(),
      customerHours: z.number(),
      won: z.number(),
      explanation: text,
    }),
  ),
  misses: z.array(
    shape({
      title: text,
      at: time,
      moment: z.string().nullable(),
      hunt: shape({ name: z.string(), title: text, sql: z.string() }).nullable(),
      rule: shape({ name: z.string(), title: z.string(), firstAt: maybeTime }).nullable(),
    }),
  ),
  published: z.array(
    shape({
      id: z.string(),
      title: text,
      published: text,
      grade: z.enum(['H', 'M', 'L', 'A']),
      team: text,
    }),
  ),
  run: shape({
    scenario: z.string(),
    scenarioHash: z.string(),
    seed: z.number().int(),
    scale: z.number().int().positive(),
    engine: z.string(),
    checksum: z.string(),
  }),
});

/** A report's file, whole. */
export const reportSchema = shape({
  format: z.literal(FORMAT),
  title: z.string(),
  language,
  blocks: z.array(blockSchema),
  source: sourceSchema,
});
