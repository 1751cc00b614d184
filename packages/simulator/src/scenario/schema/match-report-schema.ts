import { z } from 'zod';

const Count = z.number().int().min(0);
const Group = z.record(z.string(), z.string()).describe('Texts by the names of group-by');

/** What `dwell match --json` prints. */
export const MatchReport = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: z.string().nullable(),
      title: z.string().nullable(),
      file: z.string(),
      level: z.string().nullable(),
      matches: z
        .array(z.union([Count, z.strictObject({ at: Count, group: Group })]))
        .describe('Places of events from 0; of a correlation, moments at which it holds'),
      error: z.strictObject({ code: z.string(), message: z.string() }).optional(),
    }),
  ),
  disagreements: z.array(
    z.strictObject({
      rule: z.string().describe('Id, else name, else title'),
      event: Count,
      group: Group.optional(),
      stream: z.boolean(),
      sql: z.boolean(),
    }),
  ),
  untimed: Count.describe('Events without a time, which correlations left out'),
  late: Count.describe('Events too late for correlations'),
  timing: z.strictObject({
    events: Count,
    rules: Count,
    stream_events_per_s: z.number().nullable(),
    sql_events_per_s: z.number().nullable(),
  }),
});
