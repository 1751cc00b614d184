import { z } from 'zod';
import { NameText, TextPair } from '../../scenario/schema/common.ts';

const DateText = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
    error: 'write a date such as 2026-09-11',
  })
  .describe('A local date');

const OffsetText = z
  .string()
  .regex(/^[+-](0\d|1[0-4]):(00|15|30|45)$/, { error: 'write an offset such as "+09:00"' })
  .describe('Offset of the place from UTC, without daylight saving');

const Starts = z.union([
  z.strictObject({ at: z.enum(['aware', 'intrusion', 'possible', 'notice-sent']) }),
  z.strictObject({ at: z.literal('materiality-determined'), decision: NameText, option: NameText }),
  z.strictObject({ at: z.literal('filed'), rule: NameText }),
]);

const assumed = z
  .boolean()
  .optional()
  .describe('The law names no figure; this one is counted in the exercise');

const Limit = z.union([
  z.strictObject({ hours: z.int().min(1).max(8784), assumed }),
  z.strictObject({ calendarDays: z.int().min(1).max(366), assumed }),
  z.strictObject({ businessDays: z.int().min(1).max(366), assumed }),
  z.strictObject({ months: z.int().min(1).max(12), assumed }),
]);

const Rule = z.strictObject({
  id: NameText,
  title: TextPair,
  source: z.string().min(1).max(500).describe('Act and article'),
  starts: Starts,
  limit: Limit,
  threshold: z
    .strictObject({ people: z.int().min(1).optional(), text: TextPair })
    .optional()
    .describe('For reading; no clock is left out for it'),
  content: TextPair.optional(),
  sanction: TextPair.optional(),
  supplement: z
    .strictObject({ hours: z.int().min(1).max(8784) })
    .optional()
    .describe('Each new fact after the first report is due within this time'),
  met: z.strictObject({
    forms: z.array(NameText).max(20).optional(),
    responses: z
      .array(z.enum(['notify-people']))
      .max(1)
      .optional(),
  }),
});

/** A file of the law of one place over one span of time. */
export const JurisdictionFile = z.strictObject({
  kind: z.literal('jurisdiction'),
  name: NameText,
  country: z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, {
    error: 'write a country such as KR, or a part of one such as US-CA',
  }),
  title: TextPair,
  valid: z.strictObject({
    from: DateText,
    to: DateText.optional().describe('The first day on which it holds no more'),
  }),
  offset: OffsetText,
  holidays: z.array(DateText).max(1000).optional(),
  notice: TextPair.describe('That this is not legal advice'),
  rules: z.array(Rule).min(1).max(50),
});

export type JurisdictionFile = z.infer<typeof JurisdictionFile>;
