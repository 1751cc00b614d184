import { z } from 'zod';
import type { MeasureId } from '../../score.ts';
import { en } from '../words/en.ts';
import { ids, maybeTime, shape } from './parts.ts';

const letter = z.enum(['P', 'S', 'M', 'U']);
const measureId = z.enum(Object.keys(en.measures.titles) as [MeasureId]);
const value = z.number().nullable();

const line = { id: z.string(), points: value, of: z.number(), from: ids };
const sheet = {
  template: z.string(),
  points: value,
  groups: z.array(shape({ ...line, lines: z.array(shape(line)) })),
  hintsOff: z.number(),
};

export const ratingSchema = shape({
  objective: z.string(),
  letter,
  observation: z.string().regex(/\S/, 'a rating needs an observation in words'),
  moments: ids.min(1, 'a rating needs a log reference'),
  by: z.string(),
});

const count = z.number().int().min(0);

/** A score as a report's file holds it. A rating without an observation and a log reference is none. */
export const scoreSchema = shape({
  measures: z.array(
    shape({
      id: measureId,
      value,
      unit: z.enum([
        'ms',
        'minute',
        'accounts',
        'count',
        'share',
        'times',
        'hours',
        'won',
        'points',
      ]),
      better: z.enum(['lower', 'higher']),
      objective: z.string().nullable(),
      evidence: ids,
      at: maybeTime,
      why: z.string().nullable(),
      parts: z.array(shape({ of: z.string(), value, evidence: ids })).optional(),
    }),
  ),
  objectives: z.array(
    shape({
      objective: z.string(),
      measures: z.array(measureId),
      suggested: letter.nullable(),
      given: ratingSchema.nullable(),
    }),
  ),
  team: shape(sheet),
  official: shape({ ...sheet, final: z.boolean() }),
  people: z.array(
    shape({
      by: z.string(),
      roles: ids,
      queried: count,
      proposed: count,
      approved: count,
      objected: count,
      recorded: count,
      answered: count,
      verdicts: count,
      points: value,
      alignment: value,
      calibration: value,
      evidence: ids,
    }),
  ),
});
