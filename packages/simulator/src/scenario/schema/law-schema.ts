import { z } from 'zod';
import type { Jurisdiction } from '../../exercise/clocks/types.ts';
import { NameText } from './common.ts';
import { Pair, Short } from './parts.ts';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Length = z.number().min(0).max(10_000);
const assumed = z.boolean().optional();

const Start = z.union([
  z.object({ at: z.enum(['aware', 'intrusion', 'possible', 'notice-sent']) }),
  z.object({ at: z.literal('materiality-determined'), decision: Short, option: Short }),
  z.object({ at: z.literal('filed'), rule: Short }),
]);

const Limit = z.union([
  z.object({ hours: Length, assumed }),
  z.object({ calendarDays: Length, assumed }),
  z.object({ businessDays: Length, assumed }),
  z.object({ months: Length, assumed }),
]);

const Rule = z.object({
  id: Short,
  title: Pair,
  source: Short,
  starts: Start,
  limit: Limit,
  threshold: z.object({ people: z.number().min(0).optional(), text: Pair }).optional(),
  content: Pair.optional(),
  sanction: Pair.optional(),
  supplement: z.object({ hours: Length }).optional(),
  met: z.object({
    forms: z.array(Short).max(20).optional(),
    responses: z.array(z.literal('notify-people')).max(1).optional(),
  }),
});

/** The law of one place as runs use it. */
export const LawDocument = z.object({
  name: NameText,
  country: Short,
  title: Pair,
  valid: z.object({ from: Day, to: Day.optional() }),
  offsetMinutes: z.number().int().min(-840).max(840),
  holidays: z.array(Day).max(400),
  notice: Pair,
  rules: z.array(Rule).max(50),
}) satisfies z.ZodType<Jurisdiction>;
