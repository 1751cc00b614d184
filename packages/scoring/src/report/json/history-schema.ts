import { z } from 'zod';
import { outcomeSchema } from './outcome-schema.ts';
import { ids, mark, maybeTime, shape, text, time } from './parts.ts';
import { actSchemas } from './act-schemas.ts';

const letters = shape({ p: text, s: text, m: text, u: text });
const losses = z.array(shape({ at: time, accounts: z.number() }));

/** A history as a report's file holds it. */
export const historySchema = shape({
  calendar: shape({ startMs: z.number(), offsetMinutes: z.number() }),
  scale: z.number().int().positive(),
  members: z.number(),
  mode: z.enum(['campaign', 'crisis']),
  from: time,
  to: time,
  ended: z.boolean(),
  actors: z.array(shape({ id: z.string(), name: z.string(), roles: ids, bot: z.boolean() })),
  phases: z.array(
    shape({
      id: z.string(),
      title: text,
      minutes: shape({ from: z.number(), to: z.number() }),
      sim: shape({ from: time, to: time }).nullable(),
    }),
  ),
  objectives: z.array(shape({ id: z.string(), title: text, measure: text, ratings: letters })),
  ...actSchemas,
  hints: z.array(shape({ moment: z.string(), inject: z.string(), price: z.number() })),
  awareAt: maybeTime,
  declaredAt: maybeTime,
  commandedAt: mark,
  heldAt: mark,
  toldAt: mark,
  guidedAt: mark,
  newFacts: z.array(shape({ at: time, moment: z.string(), revised: mark })),
  rules: z.array(
    shape({
      rule: z.string(),
      moment: z.string(),
      holds: z.boolean(),
      precision: z.number(),
      firstAt: maybeTime,
    }),
  ),
  improvements: z.array(shape({ id: z.string(), complete: z.boolean(), regression: z.boolean() })),
  loss: losses,
  outcome: outcomeSchema,
  bounds: z.array(
    shape({
      name: z.enum(['nothing', 'written', 'expert']),
      outcome: outcomeSchema,
      loss: losses,
    }),
  ),
});
