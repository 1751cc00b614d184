import { z } from 'zod';
import { shape } from './parts.ts';

const is = <T extends string>(name: T) => ({ is: z.literal(name) });
const cells = z.array(z.string());
const pair = z.tuple([z.number(), z.number()]);

const series = shape({
  name: z.string(),
  points: z.array(pair),
  ranges: z.array(pair).optional(),
  look: z.enum(['main', 'bound', 'marks']).optional(),
});

/** A block of a paper. */
export const blockSchema = z.discriminatedUnion('is', [
  shape({ ...is('title'), text: z.string(), sub: z.string() }),
  shape({ ...is('contents') }),
  shape({
    ...is('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: z.string(),
  }),
  shape({
    ...is('text'),
    text: z.string(),
    tone: z.enum(['lead', 'note', 'quote', 'centre']).optional(),
  }),
  shape({ ...is('code'), text: z.string() }),
  shape({ ...is('list'), items: cells }),
  shape({
    ...is('table'),
    caption: z.string(),
    head: cells,
    widths: z.array(z.number().positive()).min(1),
    rows: z.array(cells),
    right: z.array(z.number().int()).optional(),
    ids: z.number().int().optional(),
    refs: z.array(z.number().int()).optional(),
  }).refine(
    ({ widths, head, rows }) =>
      [head, ...rows].every(
        (row) => row.length === widths.length || (row === head && row.length === 0),
      ),
    'a row has as many cells as there are widths',
  ),
  shape({
    ...is('chart'),
    caption: z.string(),
    series: z.array(series),
    from: z.number(),
    to: z.number(),
    calendar: shape({ startMs: z.number(), offsetMinutes: z.number() }).optional(),
    unit: z.string().optional(),
    log: z.boolean().optional(),
  }),
  shape({ ...is('break'), landscape: z.boolean().optional() }),
]);
